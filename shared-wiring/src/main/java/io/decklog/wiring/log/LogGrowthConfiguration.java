package io.decklog.wiring.log;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For processes that follow the log. */
@Configuration(proxyBeanMethods = false)
public class LogGrowthConfiguration {

    @Bean
    GrowthListener growthListener(DataSource dataSource, PostgresEventStore eventStore, GrowthAnnouncer self) {
        return new GrowthListener(dataSource, eventStore, self);
    }

    @Bean
    LogGrowth logGrowth(PostgresEventStore eventStore) {
        return new LogGrowth(eventStore);
    }
}
