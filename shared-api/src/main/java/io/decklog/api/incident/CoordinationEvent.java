package io.decklog.api.incident;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Who does what in the response, and what is told to whom. */
public sealed interface CoordinationEvent extends IncidentEvent {

    /**
     * A person takes a role; a hand-over if somebody held it before.
     *
     * @param previousHolder who held the role until now
     * @param handover what the one who leaves tells the one who comes
     */
    @Revision("1")
    record RoleAssigned(
            IncidentId incidentId,
            Stamp stamp,
            Role role,
            String holder,
            @Nullable String previousHolder,
            @Nullable String handover)
            implements CoordinationEvent {}

    /** @param holder who held it until now */
    @Revision("1")
    record RoleReleased(IncidentId incidentId, Stamp stamp, Role role, String holder) implements CoordinationEvent {}

    /** @param dueAt until when; an open task past it is overdue */
    @Revision("1")
    record TaskDelegated(
            IncidentId incidentId,
            Stamp stamp,
            TaskId taskId,
            String description,
            String assignee,
            @Nullable Instant dueAt)
            implements CoordinationEvent {}

    /** @param previousAssignee who had it until now */
    @Revision("1")
    record TaskReassigned(IncidentId incidentId, Stamp stamp, TaskId taskId, String assignee, String previousAssignee)
            implements CoordinationEvent {}

    @Revision("1")
    record TaskCompleted(
            IncidentId incidentId,
            Stamp stamp,
            TaskId taskId,
            @Nullable String note) implements CoordinationEvent {}

    /**
     * What an audience is told.
     *
     * @param nextUpdateBy when this audience is promised to hear again
     * @param promisedBy when it had been promised to hear this; null if nothing was promised. Since revision 2: of older
     *     updates it is not known
     */
    @Revision("2")
    record StatusUpdatePublished(
            IncidentId incidentId,
            Stamp stamp,
            String audience,
            String message,
            @Nullable Instant nextUpdateBy,
            @Nullable Instant promisedBy)
            implements CoordinationEvent {}
}
