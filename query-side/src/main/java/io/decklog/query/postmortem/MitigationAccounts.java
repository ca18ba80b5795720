package io.decklog.query.postmortem;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Permanence;
import io.decklog.query.decision.Decision;
import io.decklog.query.stopgap.StopgapRow;
import io.decklog.query.stopgap.StopgapState;
import io.decklog.query.timeline.EntryDetails;
import io.decklog.query.timeline.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of each mitigation what was done, whether it helped, and what is owed for it. */
record MitigationAccounts(Standing standing, List<Decision> decisions, List<StopgapRow.Recorded> stopgaps) {

    List<Postmortem.Mitigation> all() {
        return standing.entries().stream()
                .flatMap(entry -> done(entry).map(done -> account(entry, done)))
                .toList();
    }

    /** What is owed for a stopgap is owed, even if what was said of it is redacted. */
    private Stream<EntryDetails.Mitigation> done(TimelineEntry entry) {
        return switch (entry.details()) {
            case EntryDetails.Mitigation done -> Stream.of(done);
            case EntryDetails.Redacted _ ->
                stopgap(new MitigationId(entry.entryId())).map(StopgapRow.Recorded::applied).stream()
                        .map(MitigationAccounts::untold);
            case EntryDetails _ -> Stream.empty();
        };
    }

    private static EntryDetails.Mitigation untold(StopgapRow.Applied applied) {
        return new EntryDetails.Mitigation(
                applied.mitigationId(),
                applied.description(),
                applied.kind(),
                Permanence.STOPGAP,
                applied.decisionId(),
                applied.risk(),
                applied.exitCondition());
    }

    private Optional<StopgapRow.Recorded> stopgap(MitigationId id) {
        return stopgaps.stream()
                .filter(stopgap -> stopgap.applied().mitigationId().equals(id))
                .findFirst();
    }

    private Postmortem.Mitigation account(TimelineEntry entry, EntryDetails.Mitigation done) {
        var debt = stopgap(done.mitigationId()).map(StopgapRow.Recorded::debt);
        var plan = debt.flatMap(owed -> Optional.ofNullable(owed.plan()));
        var effects = effects(done.mitigationId());
        return new Postmortem.Mitigation(
                done.mitigationId(),
                done.description(),
                done.kind(),
                done.permanence(),
                entry.occurredAt(),
                entry.onBehalfOf() == null ? entry.by() : entry.onBehalfOf(),
                question(done.decisionId()),
                effects.isEmpty() ? null : effects.getLast(),
                effects,
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

    private List<MitigationEffect> effects(MitigationId id) {
        return standing.all(EntryDetails.MitigationAssessed.class)
                .filter(assessed -> assessed.details().mitigationId().equals(id))
                .sorted(Comparator.comparingLong(assessed -> assessed.entry().sequence()))
                .map(assessed -> assessed.details().effect())
                .toList();
    }

    private @Nullable String rolledBack(MitigationId id) {
        return standing.last(
                        EntryDetails.MitigationRolledBack.class,
                        taken -> taken.mitigationId().equals(id))
                .map(taken -> taken.details().reason())
                .orElse(null);
    }
}
