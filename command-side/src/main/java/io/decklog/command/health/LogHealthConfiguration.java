package io.decklog.command.health;

import io.decklog.wiring.health.PromptHealth;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part {@code log} of readiness. */
@Configuration(proxyBeanMethods = false)
class LogHealthConfiguration {

    @Bean
    HealthIndicator logHealthIndicator(DataSource database) {
        return new PromptHealth("recording", new WriteCheck(database)::health);
    }
}
