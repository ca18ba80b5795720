package io.decklog.query.timeline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LatenessSettings.class)
class TimelineConfiguration {

    @Bean
    Lateness lateness(LatenessSettings settings) {
        return new Lateness(settings.lateAfter());
    }

    @Bean
    TimelineFold timelineFold(Lateness lateness) {
        return new TimelineFold(lateness);
    }
}
