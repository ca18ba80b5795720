package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.command.bookkeeping.Bookkeeping;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.schedule.Schedule;
import org.springframework.stereotype.Component;

/**
 * Keeps the schedule in step with the log. A deadline of nothing does no harm, because the log is asked when it comes; so
 * one is scheduled no later than the events are appended, and cancelled no sooner.
 */
@Component
class DeadlineSchedule {

    private final Deadlines deadlines;
    private final Schedule schedule;
    private final Bookkeeping bookkeeping;

    DeadlineSchedule(Deadlines deadlines, Schedule schedule, Bookkeeping bookkeeping) {
        this.deadlines = deadlines;
        this.schedule = schedule;
        this.bookkeeping = bookkeeping;
    }

    /**
     * On PostgreSQL done once the events are appended: of two nodes that write to one incident the slower has failed by
     * then, and has not touched the schedule.
     */
    void follow(IncidentState before, Declared after) {
        var changes = deadlines.between(before, after);
        if (!changes.cancelled().isEmpty()) {
            bookkeeping.afterwards(() -> changes.cancelled().forEach(deadline -> cancel(after.id(), deadline)));
        }
        if (!changes.scheduled().isEmpty()) {
            bookkeeping.beforehand(() -> changes.scheduled().forEach(deadline -> put(after.id(), deadline)));
        }
    }

    private void cancel(IncidentId incident, Deadline deadline) {
        schedule.cancel(DeadlineTask.NAME, DeadlineTask.instance(incident, deadline));
    }

    /** In the transaction of the caller. */
    void put(IncidentId incident, Deadline deadline) {
        schedule.put(
                DeadlineTask.NAME, DeadlineTask.instance(incident, deadline), DeadlineTask.executionTime(deadline));
    }
}
