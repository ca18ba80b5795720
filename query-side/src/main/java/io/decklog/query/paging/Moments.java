package io.decklog.query.paging;

import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in query parameters. */
public final class Moments {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /**
     * Reads a time as RFC 3339 writes it. A plus sign that was not percent-encoded arrives as a space, and is taken
     * for what it was.
     *
     * @throws ProblemException 400 if it is not one
     */
    public static @Nullable Instant parse(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return withinCalendar(Instant.parse(text.replace(' ', '+')));
        } catch (DateTimeParseException notATime) {
            throw ProblemException.unreadable(parameter, "must be a time as RFC 3339 writes it, 2026-03-30T08:14:00Z");
        }
    }

    /** RFC 3339 has years of four digits, and databases have limits. */
    static Instant withinCalendar(Instant moment) {
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new DateTimeParseException("a year beyond four digits", moment.toString(), 0);
        }
        return moment;
    }
}
