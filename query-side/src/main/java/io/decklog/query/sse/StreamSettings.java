package io.decklog.query.sse;

import io.decklog.wiring.UnusableSetting;
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
        @DefaultValue("1000") int clients) {

    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);

    /** @throws UnusableSetting if no stream could be served with it */
    public StreamSettings {
        UnusableSetting.unless(
                heartbeat.compareTo(SHORTEST_HEARTBEAT) >= 0,
                "decklog.stream.heartbeat",
                heartbeat,
                "100ms or more, 15s for example");
        UnusableSetting.unless(queue >= 2, "decklog.stream.queue", queue, "2 or more, 1024 for example");
        UnusableSetting.unless(clients >= 1, "decklog.stream.clients", clients, "1 or more, 1000 for example");
    }
}
