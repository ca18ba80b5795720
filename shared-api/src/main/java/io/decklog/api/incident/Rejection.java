package io.decklog.api.incident;

import org.jspecify.annotations.Nullable;

/**
 * A refusal as a value.
 *
 * @param code the reason
 * @param detail a sentence for people
 * @param field the field of the request it is about, if it is about one
 */
public record Rejection(
        RejectionCode code, String detail, @Nullable String field) {}
