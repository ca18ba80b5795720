package io.decklog.query.health;

import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.readiness.*}
 *
 * @param lag for how long an event may wait for a projection before this process does not count as ready; a second or more
 */
@ConfigurationProperties("decklog.readiness")
public record ReadinessSettings(@DefaultValue("1m") Duration lag) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** @throws UnusableSetting if it is so short that a process would hardly ever be ready */
    public ReadinessSettings {
        UnusableSetting.unless(
                lag.compareTo(SHORTEST) >= 0, "decklog.readiness.lag", lag, "a second or more, 1m for example");
    }
}
