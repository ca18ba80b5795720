package io.decklog.query.timeline;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

    /** @param after setting {@code decklog.late-after}; a change shows in what was projected before once it is rebuilt */
    @Bean
    Lateness lateness(@Value("${decklog.late-after:5m}") Duration after) {
        return new Lateness(after);
    }

    @Bean
    TimelineFold timelineFold(Lateness lateness) {
        return new TimelineFold(lateness);
    }
}
