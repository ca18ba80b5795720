package io.decklog.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a statement rests on: an entry of the same incident (its UUID) or a document elsewhere (an http or https URL of at most about 4,000 characters).
 *
 * @param reference the UUID or the URL, as given
 */
public record Evidence(@JsonValue String reference) {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** As browsers take them: what dashboards put into their links is not always what RFC 3986 allows. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/?#<>\"\\\\][^\\s\\p{Cntrl}<>\"\\\\]{0,4000}");

    /** @throws IllegalArgumentException if the reference is neither a UUID nor an http(s) URL */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Evidence {
        if (!isWellFormed(reference)) {
            throw new IllegalArgumentException("evidence is the UUID of an entry or an http(s) URL");
        }
    }

    /** Whether the text can be evidence at all; that an entry of that id exists is for the decider to say. */
    public static boolean isWellFormed(String reference) {
        return UUID_FORM.matcher(reference).matches()
                || WEB_ADDRESS.matcher(reference).matches();
    }

    /** The entry it refers to, if it refers to one. */
    public Optional<EntryId> entry() {
        return UUID_FORM.matcher(reference).matches() ? Optional.of(EntryId.valueOf(reference)) : Optional.empty();
    }

    @Override
    public String toString() {
        return reference;
    }
}
