package io.decklog.query.decision;

import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Reversibility;
import io.decklog.query.decision.DecisionRow.CarriedOutBy;
import io.decklog.query.decision.DecisionRow.Judgement;
import io.decklog.query.decision.DecisionRow.Supersession;
import io.decklog.query.decision.DecisionRow.Taken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row told flat. */
record DecisionView(DecisionRow.Recorded row) {

    Decision decision() {
        var matter = row.matter();
        var after = row.aftermath();
        return new Decision(
                matter.decisionId(),
                row.incidentId(),
                matter.number(),
                matter.kind(),
                row.taken() == null ? DecisionState.RAISED : DecisionState.RECORDED,
                matter.question(),
                taken(t -> t.choice().chosen()),
                matter.options(),
                reversibility(),
                taken(t -> t.choice().rationale()),
                taken(t -> t.choice().decidedBy()),
                taken(Taken::decidedAt),
                Optional.ofNullable(taken(Taken::recordedAt)).orElse(matter.recordedAt()),
                taken(Taken::originallyRecordedAt),
                matter.evidence(),
                Decision.participants(taken(Taken::choice)),
                taken(t -> t.choice().expectedOutcome()),
                matter.openedAt(),
                matter.neededBy(),
                isOverdue(),
                after.objections(),
                isOverObjection(),
                taken(Taken::severity),
                Optional.ofNullable(taken(Taken::services)).orElse(List.of()),
                permanence(),
                after.mitigations().stream().map(Decision.Mitigation::of).toList(),
                after.superseded() != null,
                superseded(Supersession::by),
                superseded(Supersession::reason),
                superseded(Supersession::at),
                after.supersedes(),
                judged(Judgement::soundness),
                judged(Judgement::outcome),
                after.judgements(),
                Boolean.TRUE.equals(taken(Taken::late)),
                taken(Taken::lateReason),
                row.taken() == null ? matter.struck() : row.taken().struck(),
                taken(Taken::correctedText),
                taken(Taken::entryId),
                taken(Taken::by),
                taken(Taken::onBehalfOf));
    }

    private boolean isOverdue() {
        var neededBy = row.matter().neededBy();
        return row.taken() == null
                ? row.aftermath().overdue() != null
                : neededBy != null && row.taken().decidedAt().isAfter(neededBy);
    }

    /** Of the option of the chosen name. Where redaction took the names away it is told only if they agree on it. */
    private @Nullable Reversibility reversibility() {
        var chosen = taken(t -> t.choice().chosen());
        var told = row.matter().options().stream()
                .filter(option -> option.name().equals(chosen))
                .map(Option::reversibility)
                .distinct()
                .toList();
        return told.size() == 1 ? told.getFirst() : null;
    }

    private boolean isOverObjection() {
        return row.taken() != null
                && row.aftermath().objections().stream()
                        .anyMatch(objection -> !objection.struck()
                                && !objection.raisedAt().isAfter(row.taken().decidedAt()));
    }

    private @Nullable Permanence permanence() {
        return row.aftermath().mitigations().stream()
                .filter(done -> !done.struck())
                .map(CarriedOutBy::permanence)
                .min(Enum::compareTo)
                .orElse(null);
    }

    private <T> @Nullable T taken(Function<Taken, @Nullable T> of) {
        return row.taken() == null ? null : of.apply(row.taken());
    }

    private <T> @Nullable T judged(Function<Judgement, T> of) {
        return Judgements.counting(row.aftermath().judgements()).map(of).orElse(null);
    }

    private <T> @Nullable T superseded(Function<Supersession, T> of) {
        var superseded = row.aftermath().superseded();
        return superseded == null ? null : of.apply(superseded);
    }
}
