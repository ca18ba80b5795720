package io.decklog.command.idempotency;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Recorded;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** What a request was or would have been answered whose entry is in the log: all of it follows from there. */
@Component
class RecordedEntries {

    private final EventStore log;

    RecordedEntries(EventStore log) {
        this.log = log;
    }

    /** Empty if the entry is not in the log. */
    Optional<Answer> find(Intent intent) {
        var events = log.readEvents(intent.incident().toString(), 0).asStream().toList();
        return events.stream()
                .filter(event -> event.getIdentifier().equals(intent.entry().toString()))
                .findFirst()
                .map(event -> answer(events, event));
    }

    private Answer answer(List<? extends DomainEventMessage<?>> events, DomainEventMessage<?> event) {
        var declared = (IncidentDeclared) payload(events.getFirst());
        var recorded = new Recorded(
                declared.incidentId(),
                declared.number(),
                payload(event).stamp().id(),
                event.getSequenceNumber() + 1,
                payload(event).stamp().recordedAt());
        return new Answer(recorded, head(), false);
    }

    private static IncidentEvent payload(Message<?> event) {
        return (IncidentEvent) event.getPayload();
    }

    /** Who has seen the end of the log has seen the entry. */
    private long head() {
        return log.createHeadToken().position().orElse(-1) + 1;
    }
}
