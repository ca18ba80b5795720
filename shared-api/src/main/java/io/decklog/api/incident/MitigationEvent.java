package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What was done to buy time or to mend, whether it helped, and the debt it leaves until it is paid off. */
public sealed interface MitigationEvent extends IncidentEvent {

    MitigationId mitigationId();

    /**
     * @param decisionId the decision it carries out
     * @param risk what one accepts by it
     * @param exitCondition when it can be taken back
     */
    @Revision("1")
    record MitigationApplied(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            String description,
            MitigationKind kind,
            Permanence permanence,
            @Nullable DecisionId decisionId,
            @Nullable String risk,
            @Nullable String exitCondition)
            implements MitigationEvent {}

    @Revision("1")
    record MitigationAssessed(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            MitigationEffect effect,
            List<Evidence> evidence)
            implements MitigationEvent {

        public MitigationAssessed {
            evidence = List.copyOf(evidence);
        }
    }

    @Revision("1")
    record MitigationRolledBack(IncidentId incidentId, Stamp stamp, MitigationId mitigationId, String reason)
            implements MitigationEvent {}

    /** How a stopgap's debt is to be paid off. A later plan replaces the one before. */
    @Revision("1")
    record PermanentFixPlanned(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            String owner,
            Instant dueAt,
            String description,
            @Nullable String ticket,
            @Nullable String exitCondition)
            implements MitigationEvent {}

    @Revision("1")
    record PermanentFixCompleted(
            IncidentId incidentId,
            Stamp stamp,
            MitigationId mitigationId,
            @Nullable String note) implements MitigationEvent {}
}
