package io.decklog.wiring.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * {@code decklog.engine}
 *
 * @param engine of all processes that share a log, the same
 */
@ConfigurationProperties("decklog")
public record EngineSettings(@DefaultValue("postgresql") Engine engine) {

    /** For what has to know before there are beans. */
    public static EngineSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("decklog", EngineSettings.class);
    }
}
