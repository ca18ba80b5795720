package io.decklog.query.projection;

import io.decklog.wiring.log.LogGrowth;
import io.decklog.wiring.schema.SchemaMigration;
import io.decklog.wiring.time.SteadyClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;

/**
 * One pooled streaming processor for each projection, each with a dead letter queue. One segment each: a projection is
 * carried on by one process at a time and sees the log in its order.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** Events that share one transaction at most; a projection that is caught up commits each as it comes. */
    private static final int BATCH_SIZE = 500;

    /** How long a process that is gone, or hangs, keeps others from carrying its projections on. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** How often a process renews its claims while nothing happens, and looks for those of others that have run out. */
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);

    @Bean
    FlywayMigrationInitializer querySideSchema(DataSource dataSource) {
        return SchemaMigration.of(dataSource, ProjectionSchema.NAME, "classpath:db/query");
    }

    @Bean
    ConfigurerModule projectionProcessors() {
        return configurer -> configurer.eventProcessing(
                processing -> ProjectionNames.ALL.forEach(name -> register(processing, name)));
    }

    /** What follows the log without being a projection. */
    @Bean
    ConfigurerModule redactionProcessor() {
        return configurer -> configurer.eventProcessing(processing -> follow(processing, ProjectionNames.REDACTIONS));
    }

    /** Two processes can have the same id on machines of the same name, as in containers; so each gives itself another. */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, TokenSchema schema) {
        return new ClaimStore(JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .nodeId(IdentifierFactory.getInstance().generateIdentifier())
                .claimTimeout(CLAIM_TIMEOUT));
    }

    private static EventProcessingConfigurer follow(EventProcessingConfigurer processing, String name) {
        return processing.registerPooledStreamingEventProcessor(
                name,
                configuration ->
                        new PromptEvents(configuration.eventStore(), configuration.getComponent(LogGrowth.class)),
                (_, processor) -> settings(processor));
    }

    private static void register(EventProcessingConfigurer processing, String name) {
        follow(processing, name)
                .registerDeadLetterQueue(name, configuration -> deadLetters(configuration, name))
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        name, (_, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private static PooledStreamingEventProcessor.Builder settings(PooledStreamingEventProcessor.Builder processor) {
        return processor
                .clock(new SteadyClock()) // or it would stand still for as long as the clock of the machine is set back
                .initialSegmentCount(1)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .claimExtensionThreshold(CLAIM_INTERVAL.toMillis())
                .workerExecutor(name -> Executors.newScheduledThreadPool(1, new AxonThreadFactory("worker-" + name)));
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(Configuration configuration, String name) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(name)
                .connectionProvider(configuration.getComponent(ConnectionProvider.class))
                .transactionManager(configuration.getComponent(TransactionManager.class))
                .schema(configuration.getComponent(DeadLetterSchema.class))
                .genericSerializer(configuration.serializer())
                .eventSerializer(configuration.eventSerializer())
                .build();
    }
}
