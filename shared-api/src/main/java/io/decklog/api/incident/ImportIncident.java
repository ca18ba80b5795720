package io.decklog.api.incident;

import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes in an incident of the past, or what is new of one that was taken in before: all of it or nothing. What has the id
 * of an entry that is already there is passed over.
 *
 * @param entries in the order in which they are to be recorded
 */
public record ImportIncident(
        @TargetAggregateIdentifier IncidentId incidentId, DeclareIncident declaration, List<IncidentCommand> entries) {

    public ImportIncident {
        entries = List.copyOf(entries);
    }
}
