package io.decklog.wiring.log;

import io.decklog.api.incident.IncidentEvent;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Gives each event the id of the entry it records, and a salt for the digests of its texts. The log's own rule that no two events have the same id then says for
 * every incident and every node at once that an id which is taken cannot be given again.
 */
final class EntryIdentifiers implements MessageDispatchInterceptor<EventMessage<?>> {

    /** Metadata of an event: random, so that a digest of one of its texts does not tell a short text to who guesses. */
    static final String SALT = "salt";

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, message) -> identified(message);
    }

    static String newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    private static EventMessage<?> identified(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event
                && event.getPayload() instanceof IncidentEvent incidentEvent) {
            return new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    incidentEvent,
                    event.getMetaData().and(SALT, newSalt()),
                    incidentEvent.stamp().id().toString(),
                    event.getTimestamp());
        }
        return message;
    }
}
