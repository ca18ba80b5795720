package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one entry of the log: one call makes one entry. What an entry creates (a decision, a mitigation) carries the same UUID. */
public record EntryId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {}

    /**
     * Reads the canonical text form, also where the id is in a path or the key of a JSON object.
     *
     * @throws IllegalArgumentException if it is not that form
     */
    public static EntryId valueOf(String text) {
        return new EntryId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
