package io.decklog.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands on who does what, and on what is told to whom. */
public sealed interface CoordinationCommand extends IncidentCommand {

    /** Gives a role to a person; a hand-over if somebody holds it. */
    record AssignRole(
            IncidentId incidentId,
            Stamp stamp,
            Role role,
            String holder,
            @Nullable String handover) implements CoordinationCommand {}

    record PublishStatusUpdate(
            IncidentId incidentId,
            Stamp stamp,
            String audience,
            String message,
            @Nullable Instant nextUpdateBy) implements CoordinationCommand {}
}
