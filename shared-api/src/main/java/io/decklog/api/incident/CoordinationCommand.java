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

    /** The role is held by nobody from here on. */
    record ReleaseRole(IncidentId incidentId, Stamp stamp, Role role) implements CoordinationCommand {}

    /** @param dueAt until when; an open task past it is overdue */
    record DelegateTask(
            IncidentId incidentId,
            Stamp stamp,
            TaskId taskId,
            String description,
            String assignee,
            @Nullable Instant dueAt)
            implements CoordinationCommand {}

    record ReassignTask(IncidentId incidentId, Stamp stamp, TaskId taskId, String assignee)
            implements CoordinationCommand {}

    record CompleteTask(
            IncidentId incidentId,
            Stamp stamp,
            TaskId taskId,
            @Nullable String note) implements CoordinationCommand {}

    record PublishStatusUpdate(
            IncidentId incidentId,
            Stamp stamp,
            String audience,
            String message,
            @Nullable Instant nextUpdateBy) implements CoordinationCommand {}
}
