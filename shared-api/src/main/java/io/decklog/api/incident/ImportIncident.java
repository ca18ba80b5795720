package io.decklog.api.incident;

import java.util.List;

/**
 * Takes in a whole past incident, or what is new of it: all of its commands or, if one is refused, none.
 *
 * @param incidentId the incident, new or known
 * @param commands in the order of the log they come from; those whose id was taken before are skipped
 */
public record ImportIncident(IncidentId incidentId, List<IncidentCommand> commands) {

    public ImportIncident {
        commands = List.copyOf(commands);
    }
}
