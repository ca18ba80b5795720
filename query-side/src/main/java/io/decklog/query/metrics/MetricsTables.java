package io.decklog.query.metrics;

import io.decklog.query.projection.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the metrics are kept. */
final class MetricsTables {

    static final Table<MetricsRow.Head> HEADS = new Table<>(MetricsRow.HEAD, MetricsRow.Head.class, """
            INSERT INTO metrics_incident (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE metrics_incident.sequence < excluded.sequence
            """, _ -> Map.of());

    static final Table<MetricsRow.Version> VERSIONS =
            new Table<>(MetricsRow.VERSION, MetricsRow.Version.class, """
            INSERT INTO metrics_version (incident_id, id, sequence, view, kind, severity, services, declared_at,
                                         recorded_from, recorded_until)
            VALUES (:incident_id, :id, :sequence, :view, :kind, :severity, :services, :declared_at,
                    :recorded_from, :recorded_until)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, kind = excluded.kind,
                severity = excluded.severity, services = excluded.services, declared_at = excluded.declared_at,
                recorded_from = excluded.recorded_from, recorded_until = excluded.recorded_until
            WHERE metrics_version.sequence < excluded.sequence
            """, MetricsTables::columns);

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
