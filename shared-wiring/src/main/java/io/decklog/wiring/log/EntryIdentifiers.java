package io.decklog.wiring.log;

import io.decklog.api.incident.IncidentEvent;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Gives each event the id of the entry it records. The log's own rule that no two events have the same id then says for
 * every incident and every node at once that an id which is taken cannot be given again.
 */
final class EntryIdentifiers implements MessageDispatchInterceptor<EventMessage<?>> {

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, message) -> identified(message);
    }

    private static EventMessage<?> identified(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event
                && event.getPayload() instanceof IncidentEvent incidentEvent) {
            return new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    incidentEvent,
                    event.getMetaData(),
                    incidentEvent.stamp().id().toString(),
                    event.getTimestamp());
        }
        return message;
    }
}
