package io.decklog.wiring.web;

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
        @DefaultValue("1MB") DataSize maxBody) {}
