package io.decklog.wiring;

import io.decklog.wiring.engine.EngineSettings;
import io.decklog.wiring.log.LogConfiguration;
import io.decklog.wiring.tracing.TracingConfiguration;
import io.decklog.wiring.web.WebConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/** Imported by each side; importing it twice, as the standalone does, is the same as once. */
@Configuration(proxyBeanMethods = false)
@Import({LogConfiguration.class, TracingConfiguration.class, WebConfiguration.class})
@EnableConfigurationProperties(EngineSettings.class)
@PropertySource("classpath:io/decklog/wiring/decklog-defaults.properties")
public class SharedWiringConfiguration {

    /** Before anything is made of the settings. */
    @Bean
    static BeanFactoryPostProcessor knownSettings(ConfigurableEnvironment environment) {
        return _ -> KnownSettings.demand(environment);
    }

    /** The service's own clock, the only source of record times. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
