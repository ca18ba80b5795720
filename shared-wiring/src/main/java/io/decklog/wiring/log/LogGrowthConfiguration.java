package io.decklog.wiring.log;

import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** For processes that follow the log, which they read from PostgreSQL whatever the engine. */
@Configuration(proxyBeanMethods = false)
@Import(PostgresLogConfiguration.class)
public class LogGrowthConfiguration {

    @Bean
    GrowthListener growthListener(DataSource dataSource, PostgresEventStore eventStore, GrowthAnnouncer self) {
        return new GrowthListener(dataSource, eventStore, self);
    }

    @Bean
    @ConditionalOnEngine(Engine.AXON_SERVER)
    LogCopy logCopy(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            @Qualifier("eventSerializer") Serializer serializer,
            PostgresEventStore eventStore) {
        return new PostgresLogCopy(jdbc, transaction, serializer, eventStore);
    }

    @Bean
    LogGrowth logGrowth(PostgresEventStore eventStore) {
        return new LogGrowth(eventStore);
    }
}
