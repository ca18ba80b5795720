package io.decklog.api.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that record what is seen. */
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
}
