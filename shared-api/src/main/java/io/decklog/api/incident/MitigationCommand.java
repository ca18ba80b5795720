package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on mitigations and the debt they leave. */
public sealed interface MitigationCommand extends IncidentCommand {

    MitigationId mitigationId();

    record ApplyMitigation(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            String description,
            MitigationKind kind,
            Permanence permanence,
            @Nullable DecisionId decisionId,
            @Nullable String risk,
            @Nullable String exitCondition)
            implements MitigationCommand {}

    record AssessMitigation(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            MitigationEffect effect,
            List<Evidence> evidence)
            implements MitigationCommand {

        public AssessMitigation {
            evidence = List.copyOf(evidence);
        }
    }

    record RollBackMitigation(IncidentId incidentId, Stamp stamp, MitigationId mitigationId, String reason)
            implements MitigationCommand {}

    record PlanPermanentFix(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            String owner,
            Instant dueAt,
            String description,
            @Nullable String ticket,
            @Nullable String exitCondition)
            implements MitigationCommand {}

    record CompletePermanentFix(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            @Nullable String note) implements MitigationCommand {}
}
