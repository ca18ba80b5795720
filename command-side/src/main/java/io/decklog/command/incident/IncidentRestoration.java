package io.decklog.command.incident;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.command.incident.IncidentState.NotDeclared;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts back what is kept beside the log and follows from it, for incidents whose events came from elsewhere. */
@Component
public class IncidentRestoration {

    private final EventStore eventStore;
    private final IncidentNumbers numbers;
    private final IncidentSources sources;
    private final Deadlines deadlines;
    private final DeadlineSchedule schedule;
    private final TransactionOperations transaction;

    IncidentRestoration(
            EventStore eventStore,
            IncidentNumbers numbers,
            IncidentSources sources,
            Deadlines deadlines,
            DeadlineSchedule schedule,
            TransactionOperations transaction) {
        this.eventStore = eventStore;
        this.numbers = numbers;
        this.sources = sources;
        this.deadlines = deadlines;
        this.schedule = schedule;
        this.transaction = transaction;
    }

    /** The number of an incident and the source it stands for, in the transaction of the caller. */
    public void name(IncidentDeclared declared) {
        numbers.restore(declared.incidentId(), declared.number());
        sources.remember(declared.source(), declared.incidentId());
    }

    /** What an incident whose events are in the log still owes. */
    public void scheduleDeadlines(IncidentId incident) {
        IncidentState state = new NotDeclared();
        for (var events =
                        eventStore.readEvents(incident.toString(), 0).asStream().iterator();
                events.hasNext(); ) {
            state = state.evolve((IncidentEvent) events.next().getPayload());
        }
        var owed = deadlines.between(new NotDeclared(), state);
        if (!owed.scheduled().isEmpty()) {
            transaction.executeWithoutResult(
                    _ -> owed.scheduled().forEach(deadline -> schedule.put(incident, deadline)));
        }
    }
}
