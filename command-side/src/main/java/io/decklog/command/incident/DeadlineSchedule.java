package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.schedule.Schedule;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps the schedule in step with the log, in the transaction that appends the events. */
@Component
class DeadlineSchedule {

    private final Deadlines deadlines;
    private final Schedule schedule;

    DeadlineSchedule(Deadlines deadlines, Schedule schedule) {
        this.deadlines = deadlines;
        this.schedule = schedule;
    }

    /**
     * Done once the events are appended: of two nodes that write to one incident the slower has failed by then, and has
     * not touched the schedule.
     */
    void follow(IncidentState before, Declared after) {
        var changes = deadlines.between(before, after);
        if (!changes.scheduled().isEmpty() || !changes.cancelled().isEmpty()) {
            CurrentUnitOfWork.get().onPrepareCommit(_ -> change(after.id(), changes));
        }
    }

    /** In the transaction of the caller. */
    void change(IncidentId incident, Deadlines.Changes changes) {
        changes.cancelled()
                .forEach(deadline -> schedule.cancel(DeadlineTask.NAME, DeadlineTask.instance(incident, deadline)));
        changes.scheduled()
                .forEach(deadline -> schedule.put(
                        DeadlineTask.NAME,
                        DeadlineTask.instance(incident, deadline),
                        DeadlineTask.executionTime(deadline)));
    }
}
