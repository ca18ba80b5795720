package io.decklog.command;

import io.decklog.wiring.DecklogApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Runs the command side on its own. Needs {@code spring.datasource.url}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
public class CommandSide {

    public static void main(String[] arguments) {
        DecklogApplication.run(CommandSide.class, arguments);
    }
}
