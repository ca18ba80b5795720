package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is seen, what is made of it, and what users suffer. */
public sealed interface InvestigationEvent extends IncidentEvent {

    @Revision("1")
    record ObservationRecorded(
            IncidentId incidentId,
            Stamp stamp,
            String text,
            @Nullable ObservationSource source,
            List<Evidence> evidence)
            implements InvestigationEvent {

        public ObservationRecorded {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param text a guess at the cause */
    @Revision("1")
    record HypothesisProposed(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String text, List<Evidence> evidence)
            implements InvestigationEvent {

        public HypothesisProposed {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param reason why it is believed now */
    @Revision("1")
    record HypothesisConfirmed(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements InvestigationEvent {

        public HypothesisConfirmed {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param reason why it is believed no longer */
    @Revision("1")
    record HypothesisRuledOut(
            IncidentId incidentId, Stamp stamp, HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements InvestigationEvent {

        public HypothesisRuledOut {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What users of a service suffered.
     *
     * @param from since when, in the world
     * @param to until when; null as long as it goes on
     */
    @Revision("1")
    record ImpactRecorded(
            IncidentId incidentId,
            Stamp stamp,
            String service,
            String description,
            Instant from,
            @Nullable Instant to) implements InvestigationEvent {}
}
