package io.decklog.query.decision;

import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionEvent.ObjectionRaised;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.query.decision.DecisionRow.Aftermath;
import io.decklog.query.decision.DecisionRow.Context;
import io.decklog.query.decision.DecisionRow.Matter;
import io.decklog.query.decision.DecisionRow.Recorded;
import io.decklog.query.decision.DecisionRow.Taken;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import io.decklog.query.timeline.Lateness;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The turns a decision takes by events of its own. */
record DecisionTurns(Lateness lateness, RecordedEvent recorded, Rows<DecisionRow> rows) {

    List<DecisionRow> after(DecisionEvent event) {
        return switch (event) {
            case DecisionRaised e ->
                context().map(context -> raised(e, context)).stream().toList();
            case OptionProposed e -> changed(e.decisionId(), decision -> proposed(decision, e));
            case ObjectionRaised e -> changed(e.decisionId(), decision -> objected(decision, e));
            case DecisionRecorded e ->
                context().map(context -> taken(e, context)).stream()
                        .flatMap(this::withMention)
                        .toList();
            case DecisionSuperseded e -> superseded(e);
        };
    }

    private Optional<Context> context() {
        return DecisionFold.context(recorded, rows);
    }

    private DecisionRow raised(DecisionRaised e, Context context) {
        var matter = new Matter(
                e.decisionId(),
                context.number(),
                context.kind(),
                e.question(),
                e.options(),
                e.evidence(),
                e.neededBy(),
                e.stamp().occurredAt(),
                e.stamp().recordedAt(),
                false);
        return new Recorded(e.incidentId(), recorded.sequence(), matter, null, Aftermath.NONE);
    }

    private Recorded proposed(Recorded decision, OptionProposed e) {
        var was = decision.matter();
        var matter = new Matter(
                was.decisionId(),
                was.number(),
                was.kind(),
                was.question(),
                Aftermaths.added(was.options(), e.option()),
                was.evidence(),
                was.neededBy(),
                was.openedAt(),
                was.recordedAt(),
                was.struck());
        return decision.with(matter, recorded.sequence());
    }

    private Recorded objected(Recorded decision, ObjectionRaised e) {
        var objection = new DecisionRow.Objection(
                e.stamp().id(), e.by(), e.text(), e.stamp().occurredAt(), false);
        return decision.with(Aftermaths.objected(decision.aftermath(), objection), recorded.sequence());
    }

    private Recorded taken(DecisionRecorded e, Context context) {
        var before = DecisionFold.decision(e.decisionId(), recorded, rows);
        var stamp = e.stamp();
        var matter = new Matter(
                e.decisionId(),
                context.number(),
                context.kind(),
                e.question(),
                e.options(),
                cited(before, e),
                e.neededBy(),
                before.map(b -> b.matter().openedAt()).orElse(stamp.occurredAt()),
                before.map(b -> b.matter().recordedAt()).orElse(stamp.recordedAt()),
                before.map(b -> b.matter().struck()).orElse(false));
        var taken = new Taken(
                stamp.id(),
                stamp.attribution().by(),
                stamp.attribution().onBehalfOf(),
                e.choice(),
                stamp.occurredAt(),
                stamp.recordedAt(),
                stamp.originallyRecordedAt(),
                lateness.isLate(stamp),
                stamp.lateReason(),
                context.severity(),
                context.services(),
                false,
                null);
        return new Recorded(
                e.incidentId(),
                recorded.sequence(),
                matter,
                taken,
                before.map(Recorded::aftermath).orElse(Aftermath.NONE));
    }

    private static List<Evidence> cited(Optional<Recorded> before, DecisionRecorded e) {
        return Stream.concat(
                        before.stream().flatMap(decision -> decision.matter().evidence().stream()),
                        e.choice().evidence().stream())
                .distinct()
                .toList();
    }

    private List<DecisionRow> superseded(DecisionSuperseded e) {
        var supersession = new DecisionRow.Supersession(
                e.stamp().id(), e.by(), e.reason(), e.stamp().occurredAt());
        var older = changed(
                e.decisionId(),
                decision ->
                        decision.with(Aftermaths.superseded(decision.aftermath(), supersession), recorded.sequence()));
        var newer = DecisionFold.decision(e.by(), recorded, rows)
                .filter(decision -> !e.by().equals(e.decisionId()))
                .<DecisionRow>map(decision -> decision.with(
                        Aftermaths.supersedes(decision.aftermath(), e.decisionId()), recorded.sequence()));
        return Stream.concat(older.stream(), newer.stream()).toList();
    }

    List<DecisionRow> overdue(DecisionOverdue e) {
        return changed(
                e.decisionId(),
                decision -> decision.with(
                        Aftermaths.overdue(decision.aftermath(), e.stamp().id()), recorded.sequence()));
    }

    private List<DecisionRow> changed(DecisionId id, UnaryOperator<Recorded> change) {
        return DecisionFold.decision(id, recorded, rows).map(change).stream()
                .flatMap(this::withMention)
                .toList();
    }

    /** An entry whose id is not that of its decision leaves a note which decision it is about. */
    private Stream<DecisionRow> withMention(Recorded decision) {
        var entry = recorded.stamp().id();
        var id = decision.matter().decisionId();
        return entry.equals(id.value())
                ? Stream.of(decision)
                : Stream.of(decision, new DecisionRow.Mention(decision.incidentId(), recorded.sequence(), entry, id));
    }
}
