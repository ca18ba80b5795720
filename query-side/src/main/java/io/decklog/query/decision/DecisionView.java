package io.decklog.query.decision;

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
                row.taken() == null ? DecisionState.RAISED : DecisionState.RECORDED,
                matter.question(),
                taken(t -> t.choice().chosen()),
                matter.options(),
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
                taken(Taken::severity),
                Optional.ofNullable(taken(Taken::services)).orElse(List.of()),
                Decision.permanence(row),
                after.mitigations().stream().map(CarriedOutBy::mitigationId).toList(),
                after.superseded() != null,
                superseded(Supersession::by),
                superseded(Supersession::reason),
                after.supersedes(),
                judged(Judgement::soundness),
                judged(Judgement::outcome),
                after.judgements(),
                Boolean.TRUE.equals(taken(Taken::late)),
                taken(Taken::lateReason),
                Boolean.TRUE.equals(taken(Taken::struck)),
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
