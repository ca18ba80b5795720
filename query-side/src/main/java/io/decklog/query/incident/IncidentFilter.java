package io.decklog.query.incident;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.projection.Table;
import io.decklog.query.text.FullText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for. What is null filters nothing.
 *
 * @param from declared at or after
 * @param to declared at or before
 * @param q words of title and summary
 */
record IncidentFilter(
        @Nullable Severity severity,
        @Nullable IncidentState state,
        @Nullable IncidentKind kind,
        @Nullable String service,
        @Nullable SourceReference source,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q,
        @Nullable String cursor,
        int limit) {

    static final String ORDER = "declared";

    Conditions conditions() {
        var conditions = new Conditions()
                .and("severity = :severity", "severity", severity == null ? null : severity.name())
                .and("state = :state", "state", state == null ? null : state.name())
                .and("kind = :kind", "kind", kind == null ? null : kind.name())
                .and("services @> ARRAY[CAST(:service AS text)]", "service", service)
                .and("source_system = :system", "system", source == null ? null : source.system())
                .and("source_id = :source_id", "source_id", source == null ? null : source.id())
                .and("declared_at >= :from", "from", Table.time(from))
                .and("declared_at <= :to", "to", Table.time(to))
                .and(FullText.MATCHES, "q", q);
        if (cursor != null) {
            var place = Cursor.parse(cursor, ORDER, 2);
            conditions
                    .and("(declared_at, incident_id) < (:place, :place_id)", "place", Table.time(place.instant(0)))
                    .and("true", "place_id", place.uuid(1));
        }
        return conditions;
    }

    static Cursor place(IncidentRow.Recorded row) {
        return Cursor.of(ORDER, row.declaration().declaredAt(), row.incidentId());
    }
}
