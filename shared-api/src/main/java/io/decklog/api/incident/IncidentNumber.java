package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name people use for an incident: {@code INC-42}. Unique, never reused, works in every URL in place of the id.
 *
 * @param value 1 or more; numbers may skip, they never repeat
 */
public record IncidentNumber(long value) {

    private static final String PREFIX = "INC-";
    private static final Pattern FORM = Pattern.compile("INC-([1-9][0-9]{0,17})");

    public IncidentNumber {
        if (value < 1) {
            throw new IllegalArgumentException("an incident number is 1 or more, not " + value);
        }
    }

    /** Reads {@code INC-42}; empty for anything else. */
    public static Optional<IncidentNumber> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new IncidentNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static IncidentNumber ofText(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an incident number: " + text));
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
