package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that record what is seen, what is made of it, and what users suffer. */
public sealed interface InvestigationCommand extends IncidentCommand {

    record RecordObservation(
            IncidentId incidentId,
            Stamp stamp,
            String text,
            @Nullable ObservationSource source,
            List<Evidence> evidence)
            implements InvestigationCommand {

        public RecordObservation {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param text a guess at the cause */
    record ProposeHypothesis(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String text, List<Evidence> evidence)
            implements InvestigationCommand {

        public ProposeHypothesis {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param reason why it is believed now */
    record ConfirmHypothesis(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements InvestigationCommand {

        public ConfirmHypothesis {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param reason why it is believed no longer */
    record RuleOutHypothesis(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements InvestigationCommand {

        public RuleOutHypothesis {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What users of a service suffered.
     *
     * @param from since when, in the world
     * @param to until when; null as long as it goes on
     */
    record RecordImpact(
            IncidentId incidentId,
            Stamp stamp,
            String service,
            String description,
            Instant from,
            @Nullable Instant to) implements InvestigationCommand {}
}
