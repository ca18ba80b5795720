package io.decklog.wiring.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.log.*}
 *
 * @param poll how often a process looks for what others recorded, in case their notice was missed
 */
@ConfigurationProperties("decklog.log")
record LogSettings(@DefaultValue("1s") Duration poll) {}
