package io.decklog.command.health;

import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import io.decklog.wiring.health.PromptHealth;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part {@code log} of readiness. */
@Configuration(proxyBeanMethods = false)
class LogHealthConfiguration {

    @Bean
    @ConditionalOnEngine(Engine.POSTGRESQL)
    HealthIndicator logHealthIndicator(DataSource database) {
        return new PromptHealth("recording", new WriteCheck(database, "domain_event_entry")::health);
    }

    @Bean("logHealthIndicator")
    @ConditionalOnEngine(Engine.AXON_SERVER)
    HealthIndicator logHealthIndicatorOfAxonServer(
            DataSource database, AxonServerConnectionManager connections, AxonServerHead head) {
        var beside = new WriteCheck(database, "taken_id");
        return new PromptHealth("recording", new AxonServerCheck(connections, head, beside)::health);
    }
}
