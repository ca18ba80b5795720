package io.decklog.wiring.log;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.evolution.EventUpcasters;
import io.decklog.wiring.schema.SchemaMigration;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The event store on PostgreSQL over plain JDBC, with events as JSON under names of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class LogConfiguration {

    /** PostgreSQL's SQL state for a violated unique constraint. */
    private static final String UNIQUE_VIOLATION = "23505";

    @Bean
    FlywayMigrationInitializer logSchema(DataSource dataSource) {
        return SchemaMigration.of(dataSource, "log", "classpath:db/log");
    }

    @Bean
    EventSchema eventSchema() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .snapshotTable("snapshot_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

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

    /** Axon's default resolver does not know PostgreSQL's unique violation and takes a lost race for a broken store. */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(UNIQUE_VIOLATION);
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

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver persistenceExceptionResolver,
            org.axonframework.config.Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            EventSchema eventSchema) {
        return PostgresEventStorageEngine.of(engine -> engine.snapshotSerializer(serializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(persistenceExceptionResolver)
                .connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .schema(eventSchema));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GrowthAnnouncer growthAnnouncer(DataSource dataSource) {
        return new GrowthAnnouncer(dataSource);
    }

    /** Under the name Axon gives its own. */
    @Bean("eventBus")
    @Qualifier("eventStore")
    PostgresEventStore eventStore(EventStorageEngine engine, GrowthAnnouncer announcer, LogSettings settings) {
        return PostgresEventStore.on(engine, announcer, settings.poll());
    }

    @Bean
    RedactableLog redactableLog(JdbcClient jdbc) {
        return new PostgresRedaction(jdbc);
    }

    @Bean
    ImportableLog importableLog(JdbcTemplate jdbc, PostgresEventStore eventStore) {
        return new PostgresImport(jdbc, eventStore);
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
