package io.decklog.wiring.log;

import io.decklog.wiring.schema.SchemaMigration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event store on PostgreSQL over plain JDBC. Here is the log itself where PostgreSQL is the engine; where it is Axon
 * Server, query sides have a copy here and read that.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
public class PostgresLogConfiguration {

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

    /** Axon's default resolver does not know PostgreSQL's unique violation and takes a lost race for a broken store. */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(UNIQUE_VIOLATION);
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
    PostgresEventStore eventStore(
            EventStorageEngine engine, GrowthAnnouncer announcer, LogSettings settings, EventBusSpanFactory spans) {
        return PostgresEventStore.on(engine, announcer, settings.poll(), spans);
    }

    @Bean
    RedactableLog redactableLog(JdbcClient jdbc) {
        return new PostgresRedaction(jdbc);
    }

    @Bean
    ImportableLog importableLog(JdbcTemplate jdbc, PostgresEventStore eventStore) {
        return new PostgresImport(jdbc, eventStore);
    }
}
