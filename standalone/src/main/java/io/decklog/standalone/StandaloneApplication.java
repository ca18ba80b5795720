package io.decklog.standalone;

import io.decklog.command.CommandSideConfiguration;
import io.decklog.query.QuerySideConfiguration;
import io.decklog.wiring.UnusableSetting;
import io.decklog.wiring.engine.Engine;
import io.decklog.wiring.engine.EngineSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both sides in one application context, on the embedded database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
class StandaloneApplication {

    /** Before anything is made of the settings. */
    @Bean
    static BeanFactoryPostProcessor engineOfItsOwn(Environment environment) {
        return _ -> UnusableSetting.unless(
                EngineSettings.of(environment).engine() == Engine.POSTGRESQL,
                "decklog.engine",
                "axon-server",
                "postgresql, which the standalone brings along; for Axon Server start both sides by themselves");
    }

    /** Asked for only when the first connection is made, which waits until the database is up. */
    @Bean
    JdbcConnectionDetails embeddedDatabase(StartingDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.await().jdbcUrl();
            }

            @Override
            public String getUsername() {
                return database.await().username();
            }

            @Override
            public String getPassword() {
                return database.await().password();
            }

            @Override
            public String getDriverClassName() {
                return "org.postgresql.Driver";
            }
        };
    }

    /**
     * Who holds the data folder is alone with it. What a process that was killed had claimed is free at once; otherwise
     * the projections would stand still until the claims run out, five seconds after the kill.
     */
    @Bean
    InitializingBean abandonedClaims(JdbcClient jdbc) {
        return () -> jdbc.sql("UPDATE token_entry SET owner = NULL").update();
    }
}
