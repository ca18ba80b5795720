package io.decklog.command.incident;

import java.time.Clock;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is too far in the future is told by the clock that stamps the entries. */
@Configuration(proxyBeanMethods = false)
class ValidationClock {

    @Bean
    ValidationConfigurationCustomizer serviceClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }
}
