package io.decklog.query.copy;

import io.decklog.api.postmortem.DraftPostmortem;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.query.health.ReadinessSettings;
import io.decklog.query.log.LogEnd;
import io.decklog.wiring.axonserver.AxonServerConnectionConfiguration;
import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import io.decklog.wiring.health.PromptHealth;
import io.decklog.wiring.log.LogCopy;
import java.time.Duration;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@Configuration(proxyBeanMethods = false)
@ConditionalOnEngine(Engine.AXON_SERVER)
@Import(AxonServerConnectionConfiguration.class)
@EnableConfigurationProperties(ReadinessSettings.class)
class CopyConfiguration {

    /** A claim on the copy is good for five seconds. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    @Bean
    LogFollower logFollower(
            AxonServerConnectionManager connections,
            AxonServerHead head,
            AxonServerConfiguration axonServer,
            LogCopy copy) {
        return new LogFollower(new AxonServerEvents(connections, head), copy, axonServer.getClientId(), BREATH);
    }

    /** The part {@code copy} of readiness. */
    @Bean
    HealthIndicator copyHealthIndicator(LogCopy copy, ReadinessSettings settings) {
        return new PromptHealth("answering from the copy of the log", () -> health(copy, settings));
    }

    private static Health health(LogCopy copy, ReadinessSettings settings) {
        try {
            return CopyReadiness.of(copy.state(), settings.lag());
        } catch (CannotGetJdbcConnectionException away) {
            return PromptHealth.down("the database cannot be reached");
        }
    }

    @Bean
    CopyMetrics copyMetrics(LogCopy copy) {
        return new CopyMetrics(copy);
    }

    @Bean
    SmartInitializingSingleton draftQueries(QueryBus queries, PostmortemDrafts drafts, LogEnd end) {
        var answering = new DraftQueries(drafts, end);
        return () -> queries.subscribe(
                DraftPostmortem.NAME,
                DraftPostmortem.Answer.class,
                message -> answering.answer((DraftPostmortem) message.getPayload()));
    }
}
