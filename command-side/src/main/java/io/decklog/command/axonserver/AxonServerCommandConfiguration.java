package io.decklog.command.axonserver;

import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side's messages through Axon Server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEngine(Engine.AXON_SERVER)
class AxonServerCommandConfiguration {

    /** A command holds no database connection while it is handled: its events go elsewhere. */
    @Bean
    CommandBus commandBus(
            AxonServerConfiguration axonServer,
            AxonServerConnectionManager connections,
            @Qualifier("messageSerializer") Serializer serializer,
            org.axonframework.config.Configuration configuration,
            CommandBusSpanFactory spans) {
        var handlers = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .spanFactory(spans)
                .build();
        handlers.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return new RoutedCommands(AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(axonServer)
                .localSegment(new HandledHere(handlers))
                .serializer(serializer)
                .spanFactory(spans)
                .routingStrategy(AxonServerCommandConfiguration::incident)
                .executorServiceBuilder((settings, _) -> workers(settings.getCommandThreads()))
                .build());
    }

    @Bean
    PostmortemDrafts draftsOverQueryBus(QueryBus queries, AxonServerHead head) {
        return new DraftsOverQueryBus(queries, head);
    }

    /** What commands are routed by: those of one incident meet on one node. */
    private static String incident(CommandMessage<?> command) {
        return switch (command.getPayload()) {
            case IncidentCommand one -> one.incidentId().toString();
            case ImportIncident whole -> whole.incidentId().toString();
            default -> throw new IllegalArgumentException("no command of an incident: " + command.getCommandName());
        };
    }

    private static ThreadPoolExecutor workers(int count) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("command-", 0).factory());
    }
}
