package io.decklog.query.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time within a sentence, to the minute: what is planned or promised is not planned to the second. */
public final class PlainTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PlainTime() {}

    /** For example {@code 2026-03-30 08:14 UTC}. */
    public static String of(Instant moment) {
        return FORM.format(moment);
    }
}
