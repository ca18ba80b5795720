package io.decklog.query.postmortem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code decklog.postmortem.*}
 *
 * @param template a Mustache file in UTF-8 that writes Markdown; null or blank for the built-in one
 */
@ConfigurationProperties("decklog.postmortem")
record PostmortemSettings(@Nullable String template) {}
