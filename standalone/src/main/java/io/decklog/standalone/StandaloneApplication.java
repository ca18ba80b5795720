package io.decklog.standalone;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Both sides in one application context, on the embedded database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StandaloneApplication {

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
}
