package io.decklog.query.metrics;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Severity;
import io.decklog.query.paging.Conditions;
import io.decklog.query.projection.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of which incidents metrics are asked for. What is null filters nothing.
 *
 * @param severity as it stood
 * @param from declared at or after
 * @param to declared at or before
 * @param asOf the moment of record time; null for now
 */
record MetricsFilter(
        IncidentKind kind,
        @Nullable Severity severity,
        @Nullable String service,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf) {

    /** Literally, so that the index on what stands is taken. */
    private static final String STANDS = "recorded_until = 'infinity'";

    private static final String STOOD = "tstzrange(recorded_from, recorded_until) @> :as_of";

    Conditions conditions() {
        var conditions = asOf == null ? new Conditions().and(STANDS) : new Conditions();
        return conditions
                .and(STOOD, "as_of", Table.time(asOf))
                .and("kind = :kind", "kind", kind.name())
                .and("severity = :severity", "severity", severity == null ? null : severity.name())
                .and("services @> ARRAY[CAST(:service AS text)]", "service", service)
                .and("declared_at >= :from", "from", Table.time(from))
                .and("declared_at <= :to", "to", Table.time(to));
    }
}
