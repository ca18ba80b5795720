package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A question, the options on the table, what was chosen and on what grounds. */
public sealed interface DecisionEvent extends IncidentEvent {

    DecisionId decisionId();

    /** @param neededBy until when an answer is needed */
    @Revision("1")
    record DecisionRaised(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            String question,
            List<Option> options,
            List<Evidence> evidence,
            @Nullable Instant neededBy)
            implements DecisionEvent {

        public DecisionRaised {
            options = List.copyOf(options);
            evidence = List.copyOf(evidence);
        }
    }

    @Revision("1")
    record OptionProposed(IncidentId incidentId, Stamp stamp, DecisionId decisionId, Option option)
            implements DecisionEvent {}

    /** @param by who objects */
    @Revision("1")
    record ObjectionRaised(IncidentId incidentId, Stamp stamp, DecisionId decisionId, String by, String text)
            implements DecisionEvent {}

    /**
     * The decision is taken. Carries the whole decision, also where it was raised before.
     *
     * @param options every option that was on the table
     */
    @Revision("1")
    record DecisionRecorded(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            String question,
            List<Option> options,
            Choice choice,
            @Nullable Instant neededBy)
            implements DecisionEvent {

        /** @throws IllegalArgumentException if the choice is not among the options */
        public DecisionRecorded {
            options = List.copyOf(options);
            if (options.stream().map(Option::name).noneMatch(choice.chosen()::equals)) {
                throw new IllegalArgumentException("the choice is not among the options");
            }
        }
    }

    /** @param by the newer decision */
    @Revision("1")
    record DecisionSuperseded(IncidentId incidentId, Stamp stamp, DecisionId decisionId, DecisionId by, String reason)
            implements DecisionEvent {}
}
