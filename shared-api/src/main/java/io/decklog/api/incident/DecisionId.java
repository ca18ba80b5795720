package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a decision, from the moment it is raised. The same UUID as that of the entry that created it. */
public record DecisionId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {}

    /**
     * Reads the canonical text form, also where the id is in a path or the key of a JSON object.
     *
     * @throws IllegalArgumentException if it is not that form
     */
    public static DecisionId valueOf(String text) {
        return new DecisionId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
