package io.decklog.command.bookkeeping;

import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class BookkeepingConfiguration {

    @Bean
    @ConditionalOnEngine(Engine.POSTGRESQL)
    Bookkeeping oneTransaction() {
        return new OneTransaction();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEngine(Engine.AXON_SERVER)
    static class Apart {

        @Bean
        Bookkeeping twoTransactions(JdbcTemplate jdbc, TransactionOperations transaction) {
            return new TwoTransactions(jdbc, transaction);
        }

        /** After the events have got the ids of their entries. */
        @Bean
        ConfigurerModule takenIds(JdbcClient jdbc, Bookkeeping bookkeeping) {
            return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                    Phase.INSTRUCTION_COMPONENTS + 1,
                    () -> configuration.eventBus().registerDispatchInterceptor(new TakenIds(jdbc, bookkeeping))));
        }
    }
}
