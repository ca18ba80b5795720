package io.decklog.query.rebuild;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    /** Before the processors start: one whose tables are still to be built must not begin to build them itself. */
    @Bean
    ConfigurerModule dueRebuilds(ObjectProvider<Revisions> revisions) {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> revisions.getObject().check()));
    }
}
