package io.decklog.query.decision;

import io.decklog.query.timeline.Lateness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    DecisionFold decisionFold(Lateness lateness) {
        return new DecisionFold(lateness);
    }
}
