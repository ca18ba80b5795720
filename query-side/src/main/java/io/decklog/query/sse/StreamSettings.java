package io.decklog.query.sse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code decklog.stream.*}
 *
 * @param heartbeat how long a stream is silent at most before it sends a comment
 * @param queue how many entries a client of a live stream may be behind before it is cut off
 * @param clients how many streams a process serves at a time; more are answered 503
 */
@ConfigurationProperties("decklog.stream")
public record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1024") int queue,
        @DefaultValue("1000") int clients) {}
