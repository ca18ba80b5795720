package io.decklog.wiring.log;

import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.log.*}
 *
 * @param poll how often a process looks for what others recorded, in case their notice was missed
 */
@ConfigurationProperties("decklog.log")
record LogSettings(@DefaultValue("1s") Duration poll) {

    private static final Duration SHORTEST_POLL = Duration.ofMillis(10);

    /** @throws UnusableSetting if it would do nothing but look */
    LogSettings {
        UnusableSetting.unless(
                poll.compareTo(SHORTEST_POLL) >= 0, "decklog.log.poll", poll, "10ms or more, 1s for example");
    }
}
