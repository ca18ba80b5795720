package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an action item. The same UUID as that of the entry that added it. */
public record ActionItemId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActionItemId {}

    /**
     * Reads the canonical text form, also where the id is in a path or the key of a JSON object.
     *
     * @throws IllegalArgumentException if it is not that form
     */
    public static ActionItemId valueOf(String text) {
        return new ActionItemId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
