package io.decklog.query.stopgap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the stopgap ledger.
 *
 * @param ageSeconds for how long it has been in place; until it was paid off or taken back
 * @param effect whether it helped, as last assessed
 * @param assessments whether it helped, the oldest first
 * @param owner who is to pay it off
 * @param dueAt until when
 * @param exitCondition when it can be taken back; that of the plan if it has one
 * @param plan how it is to be paid off
 * @param settledAt when it was paid off or taken back
 * @param settledNote how, or why
 * @param causedIncidents incidents that say this stopgap caused them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stopgap(
        MitigationId mitigationId,
        IncidentId incidentId,
        IncidentNumber number,
        StopgapState state,
        String description,
        MitigationKind kind,
        String appliedBy,
        Instant appliedAt,
        Instant recordedAt,
        long ageSeconds,
        @Nullable DecisionId decisionId,
        @Nullable String risk,
        @Nullable MitigationEffect effect,
        List<StopgapRow.Assessed> assessments,
        @Nullable String owner,
        @Nullable Instant dueAt,
        @Nullable String exitCondition,
        @Nullable String plan,
        @Nullable String ticket,
        @Nullable Instant settledAt,
        @Nullable String settledNote,
        boolean struck,
        List<IncidentId> causedIncidents) {

    /** @param now what is overdue by then is overdue */
    static Stopgap of(StopgapRow.Recorded row, List<IncidentId> causedIncidents, Instant now) {
        var applied = row.applied();
        var debt = row.debt();
        var plan = Optional.ofNullable(debt.plan());
        var settled = Optional.ofNullable(debt.paid()).or(() -> Optional.ofNullable(debt.rolledBack()));
        var until = settled.map(StopgapRow.Settled::at).orElse(now);
        return new Stopgap(
                applied.mitigationId(),
                row.incidentId(),
                applied.number(),
                StopgapState.of(debt, now),
                applied.description(),
                applied.kind(),
                applied.by(),
                applied.appliedAt(),
                applied.recordedAt(),
                Math.max(0, Duration.between(applied.appliedAt(), until).toSeconds()),
                applied.decisionId(),
                applied.risk(),
                effect(debt.assessments()),
                debt.assessments(),
                plan.map(StopgapRow.Plan::owner).orElse(null),
                plan.map(StopgapRow.Plan::dueAt).orElse(null),
                plan.map(StopgapRow.Plan::exitCondition).orElse(applied.exitCondition()),
                plan.map(StopgapRow.Plan::description).orElse(null),
                plan.map(StopgapRow.Plan::ticket).orElse(null),
                settled.map(StopgapRow.Settled::at).orElse(null),
                settled.map(StopgapRow.Settled::note).orElse(null),
                debt.struck(),
                causedIncidents);
    }

    private static @Nullable MitigationEffect effect(List<StopgapRow.Assessed> assessments) {
        return assessments.isEmpty() ? null : assessments.getLast().effect();
    }
}
