package io.decklog.query.decision;

import io.decklog.api.incident.DecisionId;
import io.decklog.query.decision.DecisionRow.Aftermath;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes of a decision, one thing after the other. */
final class Aftermaths {

    private Aftermaths() {}

    static Aftermath objected(Aftermath before, DecisionRow.Objection objection) {
        return new Aftermath(
                added(before.objections(), objection),
                before.mitigations(),
                before.superseded(),
                before.supersedes(),
                before.overdue(),
                before.judgements());
    }

    static Aftermath carriedOut(Aftermath before, List<DecisionRow.CarriedOutBy> mitigations) {
        return new Aftermath(
                before.objections(),
                mitigations,
                before.superseded(),
                before.supersedes(),
                before.overdue(),
                before.judgements());
    }

    static Aftermath superseded(Aftermath before, DecisionRow.Supersession supersession) {
        return new Aftermath(
                before.objections(),
                before.mitigations(),
                supersession,
                before.supersedes(),
                before.overdue(),
                before.judgements());
    }

    static Aftermath supersedes(Aftermath before, DecisionId older) {
        return new Aftermath(
                before.objections(),
                before.mitigations(),
                before.superseded(),
                added(before.supersedes(), older),
                before.overdue(),
                before.judgements());
    }

    /** @param entry null if it was not overdue after all */
    static Aftermath overdue(Aftermath before, @Nullable UUID entry) {
        return new Aftermath(
                before.objections(),
                before.mitigations(),
                before.superseded(),
                before.supersedes(),
                entry,
                before.judgements());
    }

    static Aftermath objection(Aftermath before, UUID entryId, UnaryOperator<DecisionRow.Objection> change) {
        return new Aftermath(
                before.objections().stream()
                        .map(objection -> objection.entryId().equals(entryId) ? change.apply(objection) : objection)
                        .toList(),
                before.mitigations(),
                before.superseded(),
                before.supersedes(),
                before.overdue(),
                before.judgements());
    }

    static Aftermath judged(Aftermath before, List<DecisionRow.Judgement> judgements) {
        return new Aftermath(
                before.objections(),
                before.mitigations(),
                before.superseded(),
                before.supersedes(),
                before.overdue(),
                judgements);
    }

    static <T> List<T> added(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
