package io.decklog.command.idempotency;

import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.idempotency.*}
 *
 * @param kept for how long an answer is remembered: 7 days, which clients rely on, or more
 */
@ConfigurationProperties("decklog.idempotency")
record IdempotencySettings(@DefaultValue("7d") Duration kept) {

    private static final Duration PROMISED = Duration.ofDays(7);

    /** @throws UnusableSetting if answers would be forgotten sooner than clients may rely on */
    IdempotencySettings {
        UnusableSetting.unless(
                kept.compareTo(PROMISED) >= 0,
                "decklog.idempotency.kept",
                kept,
                "7d or more, because clients may repeat a request for seven days");
    }
}
