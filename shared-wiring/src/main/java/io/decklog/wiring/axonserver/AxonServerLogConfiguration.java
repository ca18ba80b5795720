package io.decklog.wiring.axonserver;

import io.decklog.wiring.log.ImportableLog;
import io.decklog.wiring.log.RedactableLog;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The log in Axon Server, for those who append to it. */
@Configuration(proxyBeanMethods = false)
@Import(AxonServerConnectionConfiguration.class)
public class AxonServerLogConfiguration {

    /** Under the name Axon gives its own. */
    @Bean("eventBus")
    @Qualifier("eventStore")
    AxonServerLog eventStore(
            AxonServerConfiguration axonServer,
            AxonServerConnectionManager connections,
            AxonServerHead head,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration configuration,
            EventBusSpanFactory spans) {
        var builder = AxonServerEventStore.builder();
        builder.configuration(axonServer)
                .platformConnectionManager(connections)
                .snapshotSerializer(serializer)
                .eventSerializer(eventSerializer)
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .spanFactory(spans);
        return AxonServerLog.of(builder, head);
    }

    @Bean
    RedactableLog redactableLog() {
        return new HiddenTexts();
    }

    @Bean
    ImportableLog importableLog() {
        return new NoImport();
    }
}
