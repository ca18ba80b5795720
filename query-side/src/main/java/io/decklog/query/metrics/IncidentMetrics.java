package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one incident.
 *
 * @param asOf the moment of record time they are told of, if one was asked for
 * @param excluded why statistics leave it out; absent if they do not
 * @param metrics each metric, also those that cannot be computed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentMetrics(
        IncidentId incidentId,
        IncidentNumber number,
        @Nullable Instant asOf,
        IncidentKind kind,
        Severity severity,
        List<String> services,
        Instant declaredAt,
        @Nullable Exclusion excluded,
        List<Measure> metrics) {

    /**
     * The metrics by these events.
     *
     * @param events the log of one incident, or a prefix of it; with its declaration at least
     * @param asOf the moment the prefix stands for
     */
    public static IncidentMetrics of(List<RecordedEvent> events, @Nullable Instant asOf) {
        return Replay.of(new MetricsFold(), events)
                .all(MetricsRow.Version.class)
                .filter(version -> version.recordedUntil() == null)
                .findFirst()
                .map(version -> of(version, asOf))
                .orElseThrow();
    }

    static IncidentMetrics of(MetricsRow.Version version, @Nullable Instant asOf) {
        var standing = version.standing();
        return new IncidentMetrics(
                version.incidentId(),
                standing.number(),
                asOf,
                standing.kind(),
                standing.severity(),
                standing.services(),
                standing.declaredAt(),
                standing.excluded(),
                Measure.all(standing.reached()));
    }

    Measure metric(Metric metric) {
        return metrics.stream()
                .filter(measure -> measure.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
