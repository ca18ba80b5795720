package io.decklog.query.paging;

import java.util.Optional;
import java.util.UUID;

/** Ids in addresses. */
public final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    /** Reads the canonical form; empty for anything else, which cannot be the id of something. */
    public static Optional<UUID> parse(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
