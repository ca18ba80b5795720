package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a section people write for a postmortem: {@code what-went-well}.
 *
 * @param value lower-case words and numbers joined by hyphens, 1 to 60 characters
 */
public record SectionName(@JsonValue String value) {

    private static final int LONGEST = 60;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException if it is not of that form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SectionName {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a section's name is lower-case words joined by hyphens");
        }
    }

    /** Whether a text can be the name of a section. */
    public static boolean isWellFormed(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
