package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand;
import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.CompleteTask;
import io.decklog.api.incident.CoordinationCommand.DelegateTask;
import io.decklog.api.incident.CoordinationCommand.PublishStatusUpdate;
import io.decklog.api.incident.CoordinationCommand.ReassignTask;
import io.decklog.api.incident.CoordinationCommand.ReleaseRole;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.RoleReleased;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.CoordinationEvent.TaskCompleted;
import io.decklog.api.incident.CoordinationEvent.TaskDelegated;
import io.decklog.api.incident.CoordinationEvent.TaskReassigned;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** A role has one holder at a time. A task is done once; also after the incident is over. */
final class CoordinationRules {

    private CoordinationRules() {}

    static List<IncidentEvent> decide(CoordinationCommand command, Stamp stamp, Declared incident) {
        if (!(command instanceof CompleteTask)) {
            Rules.refuseEnded(incident);
        }
        return switch (command) {
            case AssignRole c -> assign(c, stamp, incident);
            case ReleaseRole c -> release(c, stamp, incident);
            case PublishStatusUpdate c -> List.of(published(c, stamp, incident));
            case DelegateTask c ->
                List.of(new TaskDelegated(c.incidentId(), stamp, c.taskId(), c.description(), c.assignee(), c.dueAt()));
            case ReassignTask c -> reassign(c, stamp, open(c.taskId(), incident));
            case CompleteTask c -> {
                open(c.taskId(), incident);
                yield List.of(new TaskCompleted(c.incidentId(), stamp, c.taskId(), c.note()));
            }
        };
    }

    private static StatusUpdatePublished published(PublishStatusUpdate c, Stamp stamp, Declared incident) {
        var promisedBy = incident.standing().promises().get(c.audience());
        return new StatusUpdatePublished(
                c.incidentId(), stamp, c.audience(), c.message(), c.nextUpdateBy(), promisedBy);
    }

    private static List<IncidentEvent> assign(AssignRole c, Stamp stamp, Declared incident) {
        return List.of(
                new RoleAssigned(c.incidentId(), stamp, c.role(), c.holder(), incident.holder(c.role()), c.handover()));
    }

    private static List<IncidentEvent> release(ReleaseRole c, Stamp stamp, Declared incident) {
        var holder = incident.holder(c.role());
        return holder == null ? List.of() : List.of(new RoleReleased(c.incidentId(), stamp, c.role(), holder));
    }

    private static List<IncidentEvent> reassign(ReassignTask c, Stamp stamp, TaskState task) {
        return List.of(new TaskReassigned(c.incidentId(), stamp, c.taskId(), c.assignee(), task.assignee()));
    }

    private static TaskState open(TaskId id, Declared incident) {
        var task = incident.matters().tasks().get(id.value());
        if (task == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_TASK, "this incident has no task " + id);
        }
        if (task.completed()) {
            throw new IncidentRejected(RejectionCode.TASK_ALREADY_COMPLETED, "the task is done");
        }
        return task;
    }
}
