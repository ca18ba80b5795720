package io.decklog.query.metrics;

import io.decklog.query.projection.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the metrics are kept. */
final class MetricsTables {

    static final Table<MetricsRow.Head> HEADS = new Table<>(MetricsRow.HEAD, MetricsRow.Head.class);

    static final Table<MetricsRow.Version> VERSIONS =
            new Table<>(MetricsRow.VERSION, MetricsRow.Version.class, MetricsTables::columns);

    static final List<Table<? extends MetricsRow>> ALL = List.of(HEADS, VERSIONS);

    /** PostgreSQL's infinity. */
    private static final OffsetDateTime FOR_GOOD = OffsetDateTime.MAX;

    private MetricsTables() {}

    private static Map<String, Object> columns(MetricsRow.Version row) {
        var standing = row.standing();
        return Map.of(
                "kind", standing.kind().name(),
                "severity", standing.severity().name(),
                "services", standing.services().toArray(String[]::new),
                "declared_at", Objects.requireNonNull(Table.time(standing.declaredAt())),
                "recorded_from", Objects.requireNonNull(Table.time(row.recordedFrom())),
                "recorded_until", Objects.requireNonNullElse(Table.time(row.recordedUntil()), FOR_GOOD));
    }
}
