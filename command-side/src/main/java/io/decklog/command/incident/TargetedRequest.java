package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;

/**
 * The body of a call on something in an incident.
 *
 * @param <T> the id of what it is on
 */
interface TargetedRequest<T> extends EntryRequest {

    IncidentCommand toCommand(IncidentId incident, T target, Stamp stamp);
}
