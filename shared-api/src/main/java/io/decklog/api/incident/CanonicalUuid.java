package io.decklog.api.incident;

import java.util.UUID;

/** Reads a UUID in its one canonical form; {@link UUID#fromString} also takes shorter ones. */
final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    /** @throws IllegalArgumentException if it is not 36 characters that form a UUID */
    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        return UUID.fromString(text);
    }
}
