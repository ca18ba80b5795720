package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an incident in the log and in every URL. People use its {@link IncidentNumber} instead. */
public record IncidentId(@JsonValue UUID value) {

    /** @param value any UUID; ids given out by the service itself are version 7. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {}

    /**
     * Reads the canonical text form, also where the id is in a path or the key of a JSON object.
     *
     * @throws IllegalArgumentException if it is not that form
     */
    public static IncidentId valueOf(String text) {
        return new IncidentId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
