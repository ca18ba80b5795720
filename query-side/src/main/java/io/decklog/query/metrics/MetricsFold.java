package io.decklog.query.metrics;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what the metrics of an incident are computed from: version after version, each with the moments of record time
 * between which it stood, so that a number of the past can be computed again.
 */
public final class MetricsFold implements Fold<MetricsRow> {

    @Override
    public List<MetricsRow> on(RecordedEvent recorded, Rows<MetricsRow> rows) {
        return recorded.event() instanceof IncidentDeclared declared
                ? begun(History.of(declared), recorded).toList()
                : rows.find(MetricsRow.Head.key(recorded.incidentId()), MetricsRow.Head.class).stream()
                        .filter(head -> head.sequence() < recorded.sequence())
                        .flatMap(head -> after(recorded, head, rows))
                        .toList();
    }

    private static Stream<MetricsRow> begun(History history, RecordedEvent recorded) {
        var id = recorded.stamp().id();
        return Stream.of(
                new MetricsRow.Head(recorded.incidentId(), recorded.sequence(), history, id),
                version(history.standing(), recorded));
    }

    private static Stream<MetricsRow> after(RecordedEvent recorded, MetricsRow.Head head, Rows<MetricsRow> rows) {
        var history = after(recorded, head.history());
        if (history.equals(head.history())) {
            return Stream.empty();
        }
        var standing = history.standing();
        return standing.equals(head.history().standing())
                ? Stream.of(new MetricsRow.Head(head.incidentId(), recorded.sequence(), history, head.current()))
                : Stream.concat(ended(head, recorded, rows), begun(history, recorded));
    }

    private static Stream<MetricsRow> ended(MetricsRow.Head head, RecordedEvent recorded, Rows<MetricsRow> rows) {
        return rows.find(recorded.key(MetricsRow.VERSION, head.current()), MetricsRow.Version.class).stream()
                .map(version -> version.until(recorded.stamp().recordedAt(), recorded.sequence()));
    }

    private static MetricsRow version(Standing standing, RecordedEvent recorded) {
        var stamp = recorded.stamp();
        return new MetricsRow.Version(
                recorded.incidentId(), recorded.sequence(), stamp.id(), stamp.recordedAt(), null, standing);
    }

    private static History after(RecordedEvent recorded, History history) {
        return switch (recorded.event()) {
            case LifecycleEvent e -> lifecycle(e, recorded, history);
            case CoordinationEvent.RoleAssigned _ -> history.with(mark(Mark.Kind.ROLE_TAKEN, recorded));
            case DecisionEvent.DecisionRecorded _ -> history.with(mark(Mark.Kind.DECISION_TAKEN, recorded));
            case EntryEvent.EntryStruck e -> history.struck(e.entryId().value());
            case CoordinationEvent _, DecisionEvent _, EntryEvent _ -> history;
            case InvestigationEvent _, MitigationEvent _, DeadlineEvent _, ReviewEvent _ -> history;
        };
    }

    private static History lifecycle(LifecycleEvent event, RecordedEvent recorded, History history) {
        return switch (event) {
            case LifecycleEvent.SeverityChanged e -> history.severity(e.to());
            case LifecycleEvent.IncidentMitigated _ -> history.with(mark(Mark.Kind.MITIGATED, recorded));
            case LifecycleEvent.IncidentResolved _ -> history.with(mark(Mark.Kind.RESOLVED, recorded));
            case LifecycleEvent.IncidentReopened _ -> history.with(mark(Mark.Kind.REOPENED, recorded));
            case LifecycleEvent.IncidentCancelled _ -> history.with(mark(Mark.Kind.CANCELLED, recorded));
            case LifecycleEvent.IncidentsLinked e ->
                e.relation() == Relation.DUPLICATE_OF ? history.with(mark(Mark.Kind.DUPLICATE, recorded)) : history;
            case IncidentDeclared _, LifecycleEvent.IncidentRetitled _, LifecycleEvent.IncidentClosed _ -> history;
        };
    }

    private static Mark mark(Mark.Kind kind, RecordedEvent recorded) {
        return new Mark(
                kind,
                recorded.stamp().id(),
                recorded.sequence(),
                recorded.stamp().occurredAt());
    }
}
