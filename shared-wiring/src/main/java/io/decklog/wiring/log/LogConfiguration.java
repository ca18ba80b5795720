package io.decklog.wiring.log;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.evolution.EventUpcasters;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What holds wherever the log is kept: events as JSON under names of their own, and how Axon is told so. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter_entry")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    /**
     * What Axon keeps for itself (tracking tokens, snapshots, messages). It writes type names into the JSON; the
     * validator says which types may come back out of it. Without Axon's own package a replay token cannot be read,
     * and a processor on a store that is not empty never starts.
     */
    @Bean
    Jackson3SerializerCustomizer axonJson() {
        var readable = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("io.decklog.")
                .allowIfSubType("java.util.")
                .build();
        return mapper -> {
            EventJson.configure(mapper);
            mapper.polymorphicTypeValidator(readable);
        };
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(RevisionResolver revisionResolver) {
        return EventSerializer.of(revisionResolver);
    }

    /**
     * The id of an event is the id of what it records, see {@link EntryIdentifiers}. Registered at the start, because
     * the event store is itself made from the configuration that is being initialized.
     */
    @Bean
    ConfigurerModule entryIdentifiers() {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                Phase.INSTRUCTION_COMPONENTS,
                () -> configuration.eventBus().registerDispatchInterceptor(new EntryIdentifiers())));
    }

    @Bean
    ConfigurerModule appendedEvents(ObjectProvider<MeterRegistry> meters) {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                Phase.INSTRUCTION_COMPONENTS,
                () -> configuration.eventBus().registerDispatchInterceptor(new AppendedEvents(meters.getObject()))));
    }

    /** Events of an earlier revision are read as if they had been written today. */
    @Bean
    ConfigurerModule upcasters() {
        return configurer ->
                EventUpcasters.inOrder().forEach(upcaster -> configurer.registerEventUpcaster(_ -> upcaster));
    }

    /** Who did it and for whom stands in the event itself; nothing is added to its metadata. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return message -> java.util.Map.of();
    }
}
