package io.decklog.command.incident;

import io.decklog.wiring.UnusableSetting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code decklog.query-side.*}
 *
 * @param url where the query side is, if it is in another process; null if it is in this one
 */
@ConfigurationProperties("decklog.query-side")
record QuerySideSettings(@Nullable URI url) {

    /** @throws UnusableSetting if nothing can be asked there */
    QuerySideSettings {
        url = url == null || url.toString().isBlank() ? null : url;
        UnusableSetting.unless(
                url == null || isAddress(url),
                "decklog.query-side.url",
                url,
                "the address of the query side without a path, http://localhost:8081 for example");
    }

    private static boolean isAddress(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && (url.getPath().isEmpty() || "/".equals(url.getPath()))
                && url.getQuery() == null;
    }
}
