package io.decklog.query;

import io.decklog.wiring.DecklogApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Runs the query side on its own. Needs {@code spring.datasource.url}, the database the command side writes to.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySide {

    public static void main(String[] arguments) {
        DecklogApplication.run(QuerySide.class, arguments);
    }
}
