package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.UUID;
import java.util.stream.Stream;

/** What is owed by when, and what the log is asked to say once that moment has passed. Pure. */
interface DeadlinePolicy {

    Deadline.Kind kind();

    /** Everything of this kind the incident owes, whether its moment has passed or not. */
    Stream<Deadline> deadlines(Declared incident);

    /** @param subject of the deadline; its moment is when the stamp says it occurred */
    DeadlineCommand command(IncidentId incident, Stamp stamp, UUID subject);
}
