package io.decklog.wiring.web;

import io.decklog.wiring.UnusableSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code decklog.web.*}
 *
 * @param allowedHosts the names under which this process may be called, without port; others get 421
 * @param maxBody the largest body of a command
 */
@ConfigurationProperties("decklog.web")
record WebSettings(
        @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) List<String> allowedHosts,
        @DefaultValue("1MB") DataSize maxBody) {

    private static final DataSize SMALLEST = DataSize.ofKilobytes(1);
    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    /** @throws UnusableSetting if nobody could call or write */
    WebSettings {
        UnusableSetting.unless(
                !allowedHosts.isEmpty() && allowedHosts.stream().allMatch(WebSettings::isNameWithoutPort),
                "decklog.web.allowed-hosts",
                allowedHosts,
                "the names it may be called by, without port: localhost,decklog.example.com for example");
        UnusableSetting.unless(
                maxBody.compareTo(SMALLEST) >= 0 && maxBody.compareTo(LARGEST) <= 0,
                "decklog.web.max-body",
                maxBody,
                "between 1KB and 1GB, 1MB for example");
    }

    private static boolean isNameWithoutPort(String host) {
        return host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");
    }
}
