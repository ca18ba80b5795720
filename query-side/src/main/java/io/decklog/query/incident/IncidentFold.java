package io.decklog.query.incident;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.time.Instant;
import java.util.List;

/** Keeps where an incident stands. Every event touches its row, because the row carries the incident's sequence. */
public final class IncidentFold implements Fold<IncidentRow> {

    @Override
    public List<IncidentRow> on(RecordedEvent recorded, Rows<IncidentRow> rows) {
        if (recorded.event() instanceof IncidentDeclared declared) {
            return List.of(declared(declared, recorded.sequence()));
        }
        return rows
                .find(recorded.key(IncidentRow.KIND, recorded.incidentId().value()))
                .map(row -> row.with(after(recorded.event(), row.standing()), recorded.sequence()))
                .stream()
                .toList();
    }

    private static IncidentRow declared(IncidentDeclared e, long sequence) {
        var declaration = new IncidentRow.Declaration(
                e.number(),
                e.title(),
                e.kind(),
                e.services(),
                e.summary(),
                e.stamp().occurredAt(),
                e.stamp().recordedAt(),
                e.stamp().attribution().by(),
                e.startedAt(),
                e.detectedAt(),
                e.source());
        return new IncidentRow(e.incidentId(), sequence, declaration, IncidentRow.Standing.declared(e.severity()));
    }

    private static IncidentRow.Standing after(IncidentEvent event, IncidentRow.Standing standing) {
        return switch (event) {
            case LifecycleEvent e -> lifecycle(e, standing);
            case CoordinationEvent.RoleAssigned e -> standing.role(e.role(), e.holder());
            case CoordinationEvent.StatusUpdatePublished _ -> standing;
            case InvestigationEvent _ -> standing;
            case DecisionEvent _ -> standing;
            case MitigationEvent _ -> standing;
            case EntryEvent _ -> standing;
        };
    }

    private static IncidentRow.Standing lifecycle(LifecycleEvent event, IncidentRow.Standing standing) {
        Instant at = event.stamp().occurredAt();
        return switch (event) {
            case IncidentDeclared _ -> standing;
            case LifecycleEvent.SeverityChanged e -> standing.severity(e.to());
            case LifecycleEvent.IncidentMitigated _ -> standing.mitigated(at);
            case LifecycleEvent.IncidentResolved e -> standing.resolved(at, e.summary());
            case LifecycleEvent.IncidentReopened _ -> standing.reopened();
            case LifecycleEvent.IncidentClosed _ -> standing.closed(at);
        };
    }
}
