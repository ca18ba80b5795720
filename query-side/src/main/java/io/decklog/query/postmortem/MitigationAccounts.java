package io.decklog.query.postmortem;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.query.decision.Decision;
import io.decklog.query.stopgap.StopgapRow;
import io.decklog.query.stopgap.StopgapState;
import io.decklog.query.timeline.EntryDetails;
import io.decklog.query.timeline.TimelineEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of each mitigation what was done, whether it helped, and what is owed for it. */
record MitigationAccounts(List<TimelineEntry> entries, List<Decision> decisions, List<StopgapRow.Recorded> stopgaps) {

    List<Postmortem.Mitigation> all() {
        return entries.stream()
                .flatMap(entry -> details(entry, EntryDetails.Mitigation.class).map(done -> account(entry, done)))
                .toList();
    }

    private Postmortem.Mitigation account(TimelineEntry entry, EntryDetails.Mitigation done) {
        var debt = stopgaps.stream()
                .filter(stopgap -> stopgap.applied().mitigationId().equals(done.mitigationId()))
                .map(StopgapRow.Recorded::debt)
                .findFirst();
        var plan = debt.flatMap(owed -> Optional.ofNullable(owed.plan()));
        return new Postmortem.Mitigation(
                done.mitigationId(),
                done.description(),
                done.kind(),
                done.permanence(),
                entry.occurredAt(),
                entry.onBehalfOf() == null ? entry.by() : entry.onBehalfOf(),
                question(done.decisionId()),
                effect(done.mitigationId()),
                done.risk(),
                done.exitCondition(),
                rolledBack(done.mitigationId()),
                debt.map(StopgapState::byTheLog).orElse(null),
                plan.map(StopgapRow.Plan::owner).orElse(null),
                plan.map(StopgapRow.Plan::dueAt).orElse(null),
                plan.map(StopgapRow.Plan::description).orElse(null),
                entry.struck());
    }

    private @Nullable String question(@Nullable DecisionId id) {
        return decisions.stream()
                .filter(decision -> decision.decisionId().equals(id))
                .map(Decision::question)
                .findFirst()
                .orElse(null);
    }

    private @Nullable MitigationEffect effect(MitigationId id) {
        return standing(EntryDetails.MitigationAssessed.class)
                .filter(assessed -> assessed.mitigationId().equals(id))
                .map(EntryDetails.MitigationAssessed::effect)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private @Nullable String rolledBack(MitigationId id) {
        return standing(EntryDetails.MitigationRolledBack.class)
                .filter(taken -> taken.mitigationId().equals(id))
                .map(EntryDetails.MitigationRolledBack::reason)
                .findFirst()
                .orElse(null);
    }

    private <D extends EntryDetails> Stream<D> standing(Class<D> type) {
        return entries.stream().filter(entry -> !entry.struck()).flatMap(entry -> details(entry, type));
    }

    private static <D extends EntryDetails> Stream<D> details(TimelineEntry entry, Class<D> type) {
        return Stream.of(entry.details()).filter(type::isInstance).map(type::cast);
    }
}
