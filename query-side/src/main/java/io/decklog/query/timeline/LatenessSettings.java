package io.decklog.query.timeline;

import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.late-after}
 *
 * @param lateAfter how much later than it occurred an entry is recorded before it counts as late; a change shows in what
 *     was projected before once it is rebuilt
 */
@ConfigurationProperties("decklog")
record LatenessSettings(@DefaultValue("5m") Duration lateAfter) {

    /** @throws UnusableSetting if it is negative */
    LatenessSettings {
        UnusableSetting.unless(!lateAfter.isNegative(), "decklog.late-after", lateAfter, "0 or more, 5m for example");
    }
}
