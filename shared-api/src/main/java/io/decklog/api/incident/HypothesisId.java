package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a hypothesis. The same UUID as that of the entry that proposed it. */
public record HypothesisId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HypothesisId {}

    /** Reads the canonical text form, also where the id is the key of a JSON object. */
    public static HypothesisId valueOf(String text) {
        return new HypothesisId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
