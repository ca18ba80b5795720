package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.CompleteTask;
import io.decklog.api.incident.CoordinationCommand.DelegateTask;
import io.decklog.api.incident.CoordinationCommand.PublishStatusUpdate;
import io.decklog.api.incident.CoordinationCommand.ReassignTask;
import io.decklog.api.incident.CoordinationCommand.ReleaseRole;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on who does what and what is told to whom. */
final class CoordinationRequests {

    private CoordinationRequests() {}

    /** {@code /roles} */
    record RoleBody(
            @NotNull Role role,
            @NotNull @Words(max = Words.NAME) String holder,
            @Nullable @Words String handover,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new AssignRole(incident, stamp, role, holder, handover);
        }
    }

    /** {@code /roles/COMMANDER/release}; the body may be missing */
    record ReleaseBody(
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<Role> {

        static final ReleaseBody EMPTY = new ReleaseBody(null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, Role role, Stamp stamp) {
            return new ReleaseRole(incident, stamp, role);
        }
    }

    /** {@code /tasks} */
    record TaskBody(
            @NotNull @Words String description,
            @NotNull @Words(max = Words.NAME) String assignee,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant dueAt,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new DelegateTask(incident, stamp, new TaskId(stamp.id()), description, assignee, dueAt);
        }
    }

    /** {@code /reassign} */
    record ReassignmentBody(
            @NotNull @Words(max = Words.NAME) String assignee,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<TaskId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, TaskId task, Stamp stamp) {
            return new ReassignTask(incident, stamp, task, assignee);
        }
    }

    /** {@code /tasks/{t}/completion}; the body may be missing */
    record TaskCompletionBody(
            @Nullable @Words String note,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<TaskId> {

        static final TaskCompletionBody EMPTY = new TaskCompletionBody(null, null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, TaskId task, Stamp stamp) {
            return new CompleteTask(incident, stamp, task, note);
        }
    }

    /** {@code /status-updates} */
    record StatusUpdateBody(
            @NotNull @Words(max = Words.NAME) String audience,
            @NotNull @Words String message,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant nextUpdateBy,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new PublishStatusUpdate(incident, stamp, audience, message, nextUpdateBy);
        }
    }
}
