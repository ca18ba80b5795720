package io.decklog.query.stopgap;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps every stopgap and what is owed for it. Mitigations that are permanent leave no debt and are not in the ledger. */
public final class StopgapFold implements Fold<StopgapRow> {

    @Override
    public List<StopgapRow> on(RecordedEvent recorded, Rows<StopgapRow> rows) {
        return switch (recorded.event()) {
            case IncidentDeclared e -> List.of(new StopgapRow.Context(e.incidentId(), recorded.sequence(), e.number()));
            case IncidentsLinked e -> caused(e, recorded.sequence());
            case LifecycleEvent _ -> List.of();
            case MitigationApplied e -> applied(e, recorded, rows);
            case MitigationEvent e -> mentioned(e, e.mitigationId(), recorded, rows, debt -> after(e, debt));
            case EntryEvent e -> entry(e, recorded, rows);
            case PermanentFixOverdue e -> overdue(e, recorded, rows);
            case CoordinationEvent _, InvestigationEvent _, DecisionEvent _, DeadlineEvent _, ReviewEvent _ ->
                List.of();
        };
    }

    private static List<StopgapRow> caused(IncidentsLinked e, long sequence) {
        return e.mitigationId() == null
                ? List.of()
                : List.of(new StopgapRow.Cause(
                        e.incidentId(),
                        sequence,
                        e.stamp().id(),
                        e.other(),
                        e.mitigationId(),
                        e.stamp().recordedAt(),
                        null));
    }

    private static List<StopgapRow> entry(EntryEvent event, RecordedEvent recorded, Rows<StopgapRow> rows) {
        var id = event.entryId().value();
        return switch (event) {
            case EntryEvent.EntryStruck _ -> struck(id, recorded, rows);
            case EntryEvent.EntryRedacted _ -> redacted(id, recorded, rows);
            case EntryEvent.EntryCorrected _, EntryEvent.EntryPinned _ -> List.of();
        };
    }

    private static List<StopgapRow> struck(UUID id, RecordedEvent recorded, Rows<StopgapRow> rows) {
        var cause = rows.find(recorded.key(StopgapRow.CAUSE, id), StopgapRow.Cause.class)
                .<StopgapRow>map(row -> row.struckThrough(recorded.stamp().recordedAt(), recorded.sequence()));
        var about = rows.find(recorded.key(StopgapRow.MENTION, id), StopgapRow.Mention.class).stream()
                .flatMap(mention ->
                        changed(mention.mitigationId().value(), recorded, rows, debt -> debt.withoutOverdue(id)));
        return Stream.of(cause.stream(), about, changed(id, recorded, rows, StopgapRow.Debt::struckThrough))
                .flatMap(each -> each)
                .toList();
    }

    private static List<StopgapRow> redacted(UUID id, RecordedEvent recorded, Rows<StopgapRow> rows) {
        var about = rows.find(recorded.key(StopgapRow.MENTION, id), StopgapRow.Mention.class)
                .map(mention -> mention.mitigationId().value())
                .orElse(id);
        return stopgap(about, recorded, rows).stream()
                .<StopgapRow>flatMap(row -> Stream.concat(
                        Stream.of(row.without(id, recorded.sequence())),
                        formers(row, recorded, rows).map(former -> former.without(id, recorded.sequence()))))
                .toList();
    }

    private static Stream<StopgapRow.Former> formers(
            StopgapRow.Recorded row, RecordedEvent recorded, Rows<StopgapRow> rows) {
        return row.formers().stream()
                .flatMap(id -> rows.find(recorded.key(StopgapRow.FORMER, id), StopgapRow.Former.class).stream());
    }

    private static List<StopgapRow> applied(MitigationApplied e, RecordedEvent recorded, Rows<StopgapRow> rows) {
        if (e.permanence() == Permanence.PERMANENT) {
            return List.of();
        }
        return rows
                .find(recorded.key(StopgapRow.CONTEXT, e.incidentId().value()), StopgapRow.Context.class)
                .<StopgapRow>map(
                        context -> StopgapRow.Recorded.of(e.incidentId(), recorded.sequence(), applied(e, context)))
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

    private static List<StopgapRow> overdue(PermanentFixOverdue e, RecordedEvent recorded, Rows<StopgapRow> rows) {
        return mentioned(
                e,
                e.mitigationId(),
                recorded,
                rows,
                debt -> debt.overdue(e.stamp().id()));
    }

    private static List<StopgapRow> mentioned(
            IncidentEvent e,
            MitigationId id,
            RecordedEvent recorded,
            Rows<StopgapRow> rows,
            UnaryOperator<StopgapRow.Debt> change) {
        var mention = new StopgapRow.Mention(
                e.incidentId(), recorded.sequence(), e.stamp().id(), id);
        return stopgap(id.value(), recorded, rows).stream()
                .flatMap(row -> Stream.concat(Stream.of(mention), changed(row, recorded, change)))
                .toList();
    }

    private static StopgapRow.Debt after(MitigationEvent event, StopgapRow.Debt debt) {
        var stamp = event.stamp();
        return switch (event) {
            case MitigationApplied _ -> debt;
            case MitigationEvent.MitigationAssessed e ->
                debt.assessed(new StopgapRow.Assessed(stamp.id(), e.effect(), stamp.occurredAt(), e.evidence()));
            case MitigationEvent.MitigationRolledBack e -> debt.rolledBack(settled(e, e.reason()));
            case MitigationEvent.PermanentFixPlanned e ->
                debt.planned(new StopgapRow.Plan(
                        stamp.id(), e.owner(), e.dueAt(), e.description(), e.ticket(), e.exitCondition()));
            case MitigationEvent.PermanentFixCompleted e -> debt.paid(settled(e, e.note()));
        };
    }

    private static StopgapRow.Settled settled(IncidentEvent event, @Nullable String note) {
        return new StopgapRow.Settled(event.stamp().id(), event.stamp().occurredAt(), note);
    }

    private static Stream<StopgapRow> changed(
            UUID id, RecordedEvent recorded, Rows<StopgapRow> rows, UnaryOperator<StopgapRow.Debt> change) {
        return stopgap(id, recorded, rows).stream().flatMap(row -> changed(row, recorded, change));
    }

    /** The stopgap as it stands now, and as it stood until now if that was any different. */
    private static Stream<StopgapRow> changed(
            StopgapRow.Recorded row, RecordedEvent recorded, UnaryOperator<StopgapRow.Debt> change) {
        var stamp = recorded.stamp();
        var now = row.owing(change.apply(row.debt()), stamp, recorded.sequence());
        return now.debt().equals(row.debt())
                ? Stream.of(now)
                : Stream.of(
                        now,
                        new StopgapRow.Former(
                                row.incidentId(), recorded.sequence(), stamp.id(), row, stamp.recordedAt()));
    }

    /** Unless it has seen the event already. */
    private static Optional<StopgapRow.Recorded> stopgap(UUID id, RecordedEvent recorded, Rows<StopgapRow> rows) {
        return rows.find(recorded.key(StopgapRow.STOPGAP, id), StopgapRow.Recorded.class)
                .filter(row -> row.sequence() < recorded.sequence());
    }
}
