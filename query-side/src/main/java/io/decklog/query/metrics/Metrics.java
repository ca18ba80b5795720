package io.decklog.query.metrics;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads metrics. */
@Component
class Metrics {

    private final JdbcClient jdbc;
    private final IncidentLog log;

    Metrics(JdbcClient jdbc, IncidentLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code NOT_YET_RECORDED} */
    IncidentMetrics one(IncidentId id, @Nullable Instant asOf) {
        return asOf == null ? IncidentMetrics.of(live(id), null) : IncidentMetrics.of(log.upTo(id, asOf), asOf);
    }

    private MetricsRow.Version live(IncidentId id) {
        return jdbc.sql("SELECT view FROM metrics_version WHERE incident_id = :id AND recorded_until = 'infinity'")
                .param("id", id.value())
                .query(MetricsTables.VERSIONS.views())
                .optional()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id));
    }

    MetricsSummary summary(MetricsFilter filter, @Nullable GroupBy by) {
        var conditions = filter.conditions();
        List<MetricsRow.Version> found = jdbc.sql("SELECT view FROM metrics_version " + conditions.where())
                .params(conditions.parameters())
                .query(MetricsTables.VERSIONS.views())
                .list();
        var incidents =
                found.stream().map(version -> IncidentMetrics.of(version, null)).toList();
        return MetricsSummary.of(incidents, by, filter.asOf());
    }
}
