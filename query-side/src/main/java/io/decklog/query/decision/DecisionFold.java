package io.decklog.query.decision;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.api.incident.ReviewEvent.DecisionJudged;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import io.decklog.query.timeline.Lateness;
import java.util.List;
import java.util.Optional;

/** Keeps every decision with what was on the table, what was chosen on what grounds, and what came of it. */
public final class DecisionFold implements Fold<DecisionRow> {

    private final Lateness lateness;

    public DecisionFold(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public List<DecisionRow> on(RecordedEvent recorded, Rows<DecisionRow> rows) {
        return switch (recorded.event()) {
            case LifecycleEvent e -> lifecycle(e, recorded, rows);
            case DecisionEvent e -> new DecisionTurns(lateness, recorded, rows).after(e);
            case MitigationEvent e -> new CarryingOut(recorded, rows).after(e);
            case EntryEvent e -> entry(e, recorded, rows);
            case DecisionOverdue e -> new DecisionTurns(lateness, recorded, rows).overdue(e);
            case DeadlineEvent _ -> List.of();
            case CoordinationEvent _ -> List.of();
            case InvestigationEvent _ -> List.of();
            case ReviewEvent e ->
                e instanceof DecisionJudged judged ? Judgements.judged(judged, recorded, rows) : List.of();
        };
    }

    private static List<DecisionRow> lifecycle(LifecycleEvent event, RecordedEvent recorded, Rows<DecisionRow> rows) {
        return switch (event) {
            case LifecycleEvent.IncidentDeclared e ->
                List.of(new DecisionRow.Context(
                        e.incidentId(), recorded.sequence(), e.number(), e.kind(), e.severity(), e.services()));
            case LifecycleEvent.SeverityChanged e -> severity(e.to(), recorded, rows);
            case LifecycleEvent.IncidentRetitled _,
                    LifecycleEvent.IncidentsLinked _,
                    LifecycleEvent.IncidentMitigated _,
                    LifecycleEvent.IncidentResolved _,
                    LifecycleEvent.IncidentReopened _,
                    LifecycleEvent.IncidentClosed _,
                    LifecycleEvent.IncidentCancelled _ -> List.of();
        };
    }

    private static List<DecisionRow> severity(Severity to, RecordedEvent recorded, Rows<DecisionRow> rows) {
        return context(recorded, rows)
                .<DecisionRow>map(before -> new DecisionRow.Context(
                        before.incidentId(),
                        recorded.sequence(),
                        before.number(),
                        before.kind(),
                        to,
                        before.services()))
                .stream()
                .toList();
    }

    private static List<DecisionRow> entry(EntryEvent event, RecordedEvent recorded, Rows<DecisionRow> rows) {
        var id = event.entryId().value();
        var about = rows.find(recorded.key(DecisionRow.MENTION, id), DecisionRow.Mention.class)
                .map(DecisionRow.Mention::decisionId)
                .orElse(new DecisionId(id));
        return decision(about, recorded, rows)
                .filter(_ -> !(event instanceof EntryEvent.EntryPinned))
                .map(decision -> changed(decision, event, recorded))
                .stream()
                .toList();
    }

    private static DecisionRow changed(DecisionRow.Recorded decision, EntryEvent event, RecordedEvent recorded) {
        var id = event.entryId().value();
        if (Judgements.isOne(decision, id)) {
            return Judgements.after(event, decision, recorded);
        }
        if (CarryingOut.tells(decision, id)) {
            return CarryingOut.after(event, decision, recorded.sequence());
        }
        return switch (event) {
            case EntryEvent.EntryCorrected e -> Entries.corrected(decision, id, e.text(), recorded.sequence());
            case EntryEvent.EntryStruck _ -> Entries.struck(decision, id, recorded.sequence());
            case EntryEvent.EntryRedacted _ -> Redactions.of(decision, id, recorded.sequence());
            case EntryEvent.EntryPinned _ -> decision;
        };
    }

    static Optional<DecisionRow.Recorded> decision(DecisionId id, RecordedEvent recorded, Rows<DecisionRow> rows) {
        return rows.find(recorded.key(DecisionRow.DECISION, id.value()), DecisionRow.Recorded.class);
    }

    static Optional<DecisionRow.Context> context(RecordedEvent recorded, Rows<DecisionRow> rows) {
        return rows.find(recorded.key(DecisionRow.CONTEXT, recorded.incidentId().value()), DecisionRow.Context.class);
    }
}
