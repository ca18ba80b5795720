package io.decklog.command.incident;

import java.util.Arrays;

/** The precondition of a write, RFC 9110 section 13.1.1: strong tags, lists of them, or {@code *}. */
final class IfMatch {

    private IfMatch() {}

    /** Whether an incident at a sequence may be written to. A weak tag never matches. */
    static boolean allows(String header, long sequence) {
        return "*".equals(header.strip())
                || Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("\"" + sequence + "\""));
    }
}
