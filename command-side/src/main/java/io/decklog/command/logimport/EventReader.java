package io.decklog.command.logimport;

import io.decklog.api.evolution.EventTypes;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.wiring.log.file.LoggedEvent;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads events as Axon does, those of earlier revisions too. */
@Component
class EventReader {

    private final Configuration configuration;
    private final Serializer serializer;

    EventReader(Configuration configuration, @Qualifier("eventSerializer") Serializer serializer) {
        this.configuration = configuration;
        this.serializer = serializer;
    }

    /** @throws RuntimeException of Axon's or Jackson's if it cannot be read */
    IncidentEvent read(LoggedEvent logged) {
        if (EventTypes.named(logged.type()).isEmpty()) {
            throw new IllegalArgumentException("there is no event " + logged.type());
        }
        return (IncidentEvent) EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(logged.entry()), serializer, configuration.upcasterChain())
                .next()
                .getPayload();
    }
}
