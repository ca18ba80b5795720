package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand.MarkTaskOverdue;
import io.decklog.api.incident.DeadlineEvent.TaskOverdue;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A task that is not completed by the moment it is due is overdue; also after the incident is over. */
final class WhenTaskDueThenOverdue implements DeadlinePolicy {

    @Override
    public Deadline.Kind kind() {
        return Deadline.Kind.TASK;
    }

    @Override
    public Stream<Deadline> deadlines(Declared incident) {
        return incident.owed().deadlines(Deadline.Kind.TASK);
    }

    @Override
    public MarkTaskOverdue command(IncidentId incident, Stamp stamp, UUID subject) {
        return new MarkTaskOverdue(incident, stamp, new TaskId(subject));
    }

    static List<IncidentEvent> decide(MarkTaskOverdue c, Stamp stamp, Declared incident) {
        var due = incident.owed().due(Deadline.Kind.TASK, c.taskId().value(), stamp.occurredAt());
        return due == null
                ? List.of()
                : List.of(new TaskOverdue(c.incidentId(), stamp, c.taskId(), Objects.requireNonNull(due.who())));
    }
}
