package io.decklog.api.incident;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is seen and what is made of it. */
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
}
