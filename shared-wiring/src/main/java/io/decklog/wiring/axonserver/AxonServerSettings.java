package io.decklog.wiring.axonserver;

import io.decklog.wiring.UnusableSetting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code decklog.axon-server.*}, for processes on that engine.
 *
 * @param servers where it is, host and port, several of them separated by commas
 * @param context which of its contexts is Decklog's; it belongs to Decklog alone
 * @param token what it knows us by, if it asks for that
 * @param maxMessage the largest message it takes: its own setting {@code axoniq.axonserver.max-message-size}
 */
@ConfigurationProperties("decklog.axon-server")
public record AxonServerSettings(
        @DefaultValue("localhost:8124") String servers,
        @DefaultValue("default") String context,
        @Nullable String token,
        @DefaultValue("4MB") DataSize maxMessage) {

    private static final String ADDRESS = "[^\\s:,]+:\\d{1,5}";

    /** @throws UnusableSetting if nothing can be reached there, or less can be said than a write has */
    public AxonServerSettings {
        UnusableSetting.unless(
                Arrays.stream(servers.split(",", -1)).map(String::strip).allMatch(server -> server.matches(ADDRESS)),
                "decklog.axon-server.servers",
                servers,
                "host:port of each Axon Server, localhost:8124 for example");
        UnusableSetting.unless(
                !context.isBlank(),
                "decklog.axon-server.context",
                context,
                "the context of Axon Server that is Decklog's, default for example");
        UnusableSetting.unless(
                maxMessage.compareTo(DataSize.ofMegabytes(4)) >= 0
                        && maxMessage.compareTo(DataSize.ofGigabytes(1)) <= 0,
                "decklog.axon-server.max-message",
                maxMessage,
                "4MB to 1GB, what axoniq.axonserver.max-message-size is in Axon Server");
    }

    /** Without the token, which is nobody's business. */
    @Override
    public String toString() {
        return "Axon Server at " + servers + ", context " + context;
    }
}
