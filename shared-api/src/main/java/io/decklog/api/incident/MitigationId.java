package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a mitigation. The same UUID as that of the entry that applied it. */
public record MitigationId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MitigationId {}

    /**
     * Reads the canonical text form, also where the id is in a path or the key of a JSON object.
     *
     * @throws IllegalArgumentException if it is not that form
     */
    public static MitigationId valueOf(String text) {
        return new MitigationId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
