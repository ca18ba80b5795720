package io.decklog.query.paging;

import io.decklog.wiring.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The place in a list after which the next page starts. Opaque to clients; it names the last item they saw and never a
 * count of items, so that nothing is missed or repeated while the list grows.
 *
 * @param order the order of the list; a place in one order means nothing in another
 * @param keys of the last item
 */
public record Cursor(String order, List<String> keys) {

    private static final String SEPARATOR = ",";

    public static Cursor of(String order, Object... keys) {
        return new Cursor(order, List.of(keys).stream().map(String::valueOf).toList());
    }

    /**
     * Reads what {@link #toText()} wrote.
     *
     * @throws ProblemException 400 for garbage and for a cursor of another order
     */
    public static Cursor parse(String text, String order, int keys) {
        try {
            var parts = List.of(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (parts.size() == keys + 1 && parts.getFirst().equals(order)) {
                return new Cursor(order, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        throw refused();
    }

    public String toText() {
        var text = order + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public Instant instant(int index) {
        try {
            return Moments.withinCalendar(Instant.parse(keys.get(index)));
        } catch (DateTimeParseException notAnInstant) {
            throw refused();
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(keys.get(index));
        } catch (IllegalArgumentException notAnId) {
            throw refused();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException notANumber) {
            throw refused();
        }
    }

    /** A number that is not a whole one. */
    public float real(int index) {
        try {
            return Float.parseFloat(keys.get(index));
        } catch (NumberFormatException notANumber) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.unreadable("cursor", "is not a cursor this list has given out");
    }
}
