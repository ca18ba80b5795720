package io.decklog.query.stopgap;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.Permanence;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps every stopgap and what is owed for it. Mitigations that are permanent leave no debt and are not in the ledger. */
public final class StopgapFold implements Fold<StopgapRow> {

    @Override
    public List<StopgapRow> on(RecordedEvent recorded, Rows<StopgapRow> rows) {
        return switch (recorded.event()) {
            case IncidentDeclared e -> List.of(new StopgapRow.Context(e.incidentId(), recorded.sequence(), e.number()));
            case LifecycleEvent _ -> List.of();
            case MitigationApplied e -> applied(e, recorded, rows);
            case MitigationEvent e -> changed(e.mitigationId().value(), recorded, rows, debt -> after(e, debt));
            case EntryEvent.EntryStruck e ->
                changed(e.entryId().value(), recorded, rows, StopgapRow.Debt::struckThrough);
            case EntryEvent.EntryCorrected _ -> List.of();
            case CoordinationEvent _ -> List.of();
            case InvestigationEvent _ -> List.of();
            case DecisionEvent _ -> List.of();
        };
    }

    private static List<StopgapRow> applied(MitigationApplied e, RecordedEvent recorded, Rows<StopgapRow> rows) {
        if (e.permanence() == Permanence.PERMANENT) {
            return List.of();
        }
        return rows
                .find(recorded.key(StopgapRow.CONTEXT, e.incidentId().value()), StopgapRow.Context.class)
                .<StopgapRow>map(context -> new StopgapRow.Recorded(
                        e.incidentId(), recorded.sequence(), applied(e, context), StopgapRow.Debt.NEW))
                .stream()
                .toList();
    }

    private static StopgapRow.Applied applied(MitigationApplied e, StopgapRow.Context context) {
        return new StopgapRow.Applied(
                e.mitigationId(),
                context.number(),
                e.description(),
                e.kind(),
                e.stamp().attribution().person(),
                e.stamp().occurredAt(),
                e.stamp().recordedAt(),
                e.decisionId(),
                e.risk(),
                e.exitCondition());
    }

    private static StopgapRow.Debt after(MitigationEvent event, StopgapRow.Debt debt) {
        return switch (event) {
            case MitigationApplied _ -> debt;
            case MitigationEvent.MitigationAssessed e -> debt.assessed(e.effect());
            case MitigationEvent.MitigationRolledBack e -> debt.rolledBack(settled(e, e.reason()));
            case MitigationEvent.PermanentFixPlanned e ->
                debt.planned(new StopgapRow.Plan(e.owner(), e.dueAt(), e.description(), e.ticket(), e.exitCondition()));
            case MitigationEvent.PermanentFixCompleted e -> debt.paid(settled(e, e.note()));
        };
    }

    private static StopgapRow.Settled settled(IncidentEvent event, @Nullable String note) {
        return new StopgapRow.Settled(event.stamp().occurredAt(), note);
    }

    private static List<StopgapRow> changed(
            UUID id, RecordedEvent recorded, Rows<StopgapRow> rows, UnaryOperator<StopgapRow.Debt> change) {
        return rows
                .find(recorded.key(StopgapRow.STOPGAP, id), StopgapRow.Recorded.class)
                .<StopgapRow>map(row -> new StopgapRow.Recorded(
                        row.incidentId(), recorded.sequence(), row.applied(), change.apply(row.debt())))
                .stream()
                .toList();
    }
}
