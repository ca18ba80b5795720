package io.decklog.wiring.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection to Axon Server for a process. It is made in the background, and again whenever it breaks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AxonServerSettings.class)
public class AxonServerConnectionConfiguration {

    /** Commands and queries that other processes have sent and this one works on, at most. */
    private static final int HANDLED_AT_ONCE = 64;

    /** How long an append may take before its outcome counts as unknown. */
    private static final int COMMIT_TIMEOUT_MILLIS = 10_000;

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int RECONNECT_INTERVAL_MILLIS = 500;

    /** A name of its own for each process: two containers may have the same host name and process id. */
    @Bean
    AxonServerConfiguration axonServer(AxonServerSettings settings) {
        var axonServer = new AxonServerConfiguration();
        axonServer.setServers(settings.servers().replace(" ", ""));
        axonServer.setContext(settings.context());
        axonServer.setToken(settings.token());
        axonServer.setMaxMessageSize(Math.toIntExact(settings.maxMessage().toBytes()));
        axonServer.setComponentName("decklog");
        axonServer.setClientId("decklog-" + IdentifierFactory.getInstance().generateIdentifier());
        axonServer.setCommandThreads(HANDLED_AT_ONCE);
        axonServer.setQueryThreads(HANDLED_AT_ONCE);
        axonServer.setCommitTimeout(COMMIT_TIMEOUT_MILLIS);
        axonServer.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        axonServer.setReconnectInterval(RECONNECT_INTERVAL_MILLIS);
        return axonServer;
    }

    @Bean
    AxonServerConnectionManager axonServerConnections(AxonServerConfiguration axonServer) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(axonServer)
                .routingServers(axonServer.getServers())
                .build();
    }

    @Bean
    AxonServerHead axonServerHead(AxonServerConnectionManager connections) {
        return new AxonServerHead(connections);
    }

    /** Queries that one process answers for another. Whoever answers sees to its own transactions. */
    @Bean
    AxonServerQueryBus queryBus(
            AxonServerConfiguration axonServer,
            AxonServerConnectionManager connections,
            Serializer genericSerializer,
            @Qualifier("messageSerializer") Serializer messageSerializer,
            QueryBusSpanFactory spans) {
        var handlers = SimpleQueryBus.builder().spanFactory(spans).build();
        return AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(axonServer)
                .localSegment(handlers)
                .updateEmitter(handlers.queryUpdateEmitter())
                .messageSerializer(messageSerializer)
                .genericSerializer(genericSerializer)
                .spanFactory(spans)
                .build();
    }

    /** The first to be connected and the last to be left. */
    @Bean
    ConfigurerModule axonServerConnection(AxonServerConnectionManager connections) {
        return configurer -> configurer.onInitialize(configuration -> {
            configuration.onStart(Phase.INSTRUCTION_COMPONENTS, connections::start);
            configuration.onShutdown(Phase.EXTERNAL_CONNECTIONS, connections::shutdown);
        });
    }
}
