package io.decklog.command.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a job that takes in an upload. Public so that Spring can read it from a path. */
public record ImportId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImportId {}

    /** @throws IllegalArgumentException if the text is no UUID */
    public static ImportId valueOf(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
