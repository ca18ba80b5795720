package io.decklog.query.incident;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps where an incident stands. Every event touches its row, because the row carries the incident's sequence. */
public final class IncidentFold implements Fold<IncidentRow> {

    @Override
    public List<IncidentRow> on(RecordedEvent recorded, Rows<IncidentRow> rows) {
        if (recorded.event() instanceof IncidentDeclared declared) {
            return List.of(declared(declared, recorded.sequence()));
        }
        var row = rows.find(
                recorded.key(IncidentRow.INCIDENT, recorded.incidentId().value()), IncidentRow.Recorded.class);
        return row.stream()
                .flatMap(before ->
                        Stream.concat(Stream.of(after(recorded, before)), link(recorded, before, rows).stream()))
                .toList();
    }

    private static IncidentRow declared(IncidentDeclared e, long sequence) {
        var declaration = new IncidentRow.Declaration(
                e.stamp().id(),
                e.number(),
                e.kind(),
                e.services(),
                e.summary(),
                e.stamp().occurredAt(),
                e.stamp().recordedAt(),
                e.stamp().attribution().by(),
                e.startedAt(),
                e.detectedAt(),
                e.source());
        var title = new Standing.Said(e.title(), e.stamp().id());
        return new IncidentRow.Recorded(
                e.incidentId(), sequence, declaration, Standing.declared(title, e.severity()), Missed.NOTHING);
    }

    private static IncidentRow after(RecordedEvent recorded, IncidentRow.Recorded row) {
        var hidden = recorded.event() instanceof EntryEvent.EntryRedacted e
                && e.entryId().value().equals(row.declaration().entryId());
        return new IncidentRow.Recorded(
                row.incidentId(),
                recorded.sequence(),
                hidden ? row.declaration().withoutText() : row.declaration(),
                after(recorded.event(), row.standing()),
                row.missed().after(recorded.event()));
    }

    private static Standing after(IncidentEvent event, Standing standing) {
        return switch (event) {
            case LifecycleEvent e -> lifecycle(e, standing);
            case CoordinationEvent e -> coordination(e, standing);
            case EntryEvent.EntryRedacted e -> standing.without(e.entryId().value());
            case InvestigationEvent _, DecisionEvent _, MitigationEvent _, DeadlineEvent _, ReviewEvent _ -> standing;
            case EntryEvent.EntryCorrected _, EntryEvent.EntryStruck _, EntryEvent.EntryPinned _ -> standing;
        };
    }

    private static Standing lifecycle(LifecycleEvent event, Standing standing) {
        Instant at = event.stamp().occurredAt();
        return switch (event) {
            case LifecycleEvent.IncidentRetitled e -> standing.retitled(said(e, e.title()));
            case LifecycleEvent.SeverityChanged e -> standing.severity(e.to());
            case LifecycleEvent.IncidentMitigated _ -> standing.mitigated(at);
            case LifecycleEvent.IncidentResolved e -> standing.resolved(at, how(e, e.summary()));
            case LifecycleEvent.IncidentReopened _ -> standing.reopened();
            case LifecycleEvent.IncidentClosed _ -> standing.closed(at);
            case LifecycleEvent.IncidentCancelled _ -> standing.cancelled(at);
            case IncidentDeclared _, IncidentsLinked _ -> standing;
        };
    }

    private static Standing coordination(CoordinationEvent event, Standing standing) {
        return switch (event) {
            case CoordinationEvent.RoleAssigned e -> standing.roles(held -> held.put(e.role(), e.holder()));
            case CoordinationEvent.RoleReleased e -> standing.roles(held -> held.remove(e.role()));
            case CoordinationEvent.TaskDelegated e -> standing.tasks(open -> open.add(id(e)));
            case CoordinationEvent.TaskCompleted e ->
                standing.tasks(open -> open.remove(e.taskId().value()));
            case CoordinationEvent.TaskReassigned _, CoordinationEvent.StatusUpdatePublished _ -> standing;
        };
    }

    private static UUID id(CoordinationEvent.TaskDelegated event) {
        return event.taskId().value();
    }

    private static Standing.@Nullable Said how(IncidentEvent event, @Nullable String summary) {
        return summary == null ? null : said(event, summary);
    }

    private static Standing.Said said(IncidentEvent event, String text) {
        return new Standing.Said(text, event.stamp().id());
    }

    private static Optional<IncidentRow> link(
            RecordedEvent recorded, IncidentRow.Recorded incident, Rows<IncidentRow> rows) {
        return switch (recorded.event()) {
            case IncidentsLinked e ->
                Optional.of(
                        linked(e, recorded.sequence(), incident.declaration().number()));
            case EntryEvent.EntryStruck e ->
                rows.find(recorded.key(IncidentRow.LINK, e.entryId().value()), IncidentRow.Link.class)
                        .map(link -> link.struckThrough(recorded.sequence()));
            case IncidentEvent _ -> Optional.empty();
        };
    }

    private static IncidentRow linked(IncidentsLinked e, long sequence, IncidentNumber number) {
        return new IncidentRow.Link(
                e.incidentId(),
                sequence,
                e.stamp().id(),
                number,
                e.relation(),
                e.other(),
                e.otherNumber(),
                e.mitigationId(),
                e.stamp().recordedAt(),
                false);
    }
}
