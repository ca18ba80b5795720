package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Asks the log itself for incidents. Tables beside it may know one by its number that was never declared after all. */
@Component
class IncidentsInLog {

    private final EventStore log;

    IncidentsInLog(EventStore log) {
        this.log = log;
    }

    boolean hold(IncidentId incident) {
        return log.lastSequenceNumberFor(incident.toString()).isPresent();
    }

    /** A mitigation's id is that of the event that applied it. */
    boolean hold(MitigationId mitigation, IncidentId incident) {
        return log.readEvents(incident.toString(), 0)
                .asStream()
                .anyMatch(event -> event.getIdentifier().equals(mitigation.toString())
                        && event.getPayloadType().equals(MitigationApplied.class));
    }
}
