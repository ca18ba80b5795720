package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on decisions. */
public sealed interface DecisionCommand extends IncidentCommand {

    DecisionId decisionId();

    /** Puts a question on the table that needs an answer. */
    record RaiseDecision(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            String question,
            List<Option> options,
            List<Evidence> evidence,
            @Nullable Instant neededBy)
            implements DecisionCommand {

        public RaiseDecision {
            options = List.copyOf(options);
            evidence = List.copyOf(evidence);
        }
    }

    record ProposeOption(IncidentId incidentId, Stamp stamp, DecisionId decisionId, Option option)
            implements DecisionCommand {}

    record RaiseObjection(IncidentId incidentId, Stamp stamp, DecisionId decisionId, String by, String text)
            implements DecisionCommand {}

    /** A decision in one call: the question, its options and the choice. */
    record RecordDecision(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            String question,
            List<Option> options,
            Choice choice,
            @Nullable Instant neededBy)
            implements DecisionCommand {

        public RecordDecision {
            options = List.copyOf(options);
        }
    }

    /** Takes a decision that was raised before. */
    record ChooseOption(IncidentId incidentId, Stamp stamp, DecisionId decisionId, Choice choice)
            implements DecisionCommand {}

    /** @param by the newer decision, of the same incident */
    record SupersedeDecision(IncidentId incidentId, Stamp stamp, DecisionId decisionId, DecisionId by, String reason)
            implements DecisionCommand {}
}
