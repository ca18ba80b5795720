package io.decklog.query.postmortem;

import io.decklog.api.incident.Role;
import io.decklog.query.postmortem.Postmortem.RoleHeld;
import io.decklog.query.postmortem.Postmortem.Task;
import io.decklog.query.postmortem.Standing.Told;
import io.decklog.query.timeline.EntryDetails;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells who held which role, and which tasks nobody has completed. */
record Coordination(Standing standing) {

    List<RoleHeld> roles() {
        return standing.all(EntryDetails.RoleTaken.class)
                .map(taken -> new RoleHeld(
                        taken.details().role(),
                        taken.details().holder(),
                        taken.entry().occurredAt(),
                        until(taken),
                        taken.details().handover()))
                .toList();
    }

    private @Nullable Instant until(Told<EntryDetails.RoleTaken> taken) {
        Role role = taken.details().role();
        return Stream.concat(
                        standing.all(EntryDetails.RoleTaken.class)
                                .filter(other -> other.details().role() == role)
                                .map(Told::entry),
                        standing.all(EntryDetails.RoleReleased.class)
                                .filter(other -> other.details().role() == role)
                                .map(Told::entry))
                .filter(later -> later.sequence() > taken.entry().sequence())
                .min(Comparator.comparingLong(TimelineEntry::sequence))
                .map(TimelineEntry::occurredAt)
                .orElse(null);
    }

    List<Task> openTasks() {
        return standing.all(EntryDetails.TaskDelegated.class)
                .map(Told::details)
                .filter(this::isOpen)
                .map(task -> new Task(task.taskId(), task.description(), assignee(task), task.dueAt(), isOverdue(task)))
                .toList();
    }

    private boolean isOpen(EntryDetails.TaskDelegated task) {
        return standing.last(
                        EntryDetails.TaskCompleted.class, done -> done.taskId().equals(task.taskId()))
                .isEmpty();
    }

    private boolean isOverdue(EntryDetails.TaskDelegated task) {
        return standing.last(
                        EntryDetails.TaskOverdue.class, late -> late.taskId().equals(task.taskId()))
                .isPresent();
    }

    private String assignee(EntryDetails.TaskDelegated task) {
        return standing.last(
                        EntryDetails.TaskReassigned.class, to -> to.taskId().equals(task.taskId()))
                .map(to -> to.details().assignee())
                .orElse(task.assignee());
    }
}
