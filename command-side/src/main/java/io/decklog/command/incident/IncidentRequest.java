package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.wiring.web.ProblemException;

/** The body of a call on an incident. */
interface IncidentRequest extends EntryRequest {

    /** @throws ProblemException 422 if fields contradict each other */
    IncidentCommand toCommand(IncidentId incident, Stamp stamp);
}
