package io.decklog.query.health;

import io.decklog.wiring.health.PromptHealth;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The part {@code projections} of readiness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadinessSettings.class)
class ProjectionHealthConfiguration {

    @Bean
    HealthIndicator projectionsHealthIndicator(ProjectionLags lags, ReadinessSettings settings) {
        return new PromptHealth("answering", () -> health(lags, settings));
    }

    private static Health health(ProjectionLags lags, ReadinessSettings settings) {
        try {
            return Readiness.of(lags.all(), settings.lag());
        } catch (CannotGetJdbcConnectionException away) {
            return PromptHealth.down("the database cannot be reached");
        }
    }
}
