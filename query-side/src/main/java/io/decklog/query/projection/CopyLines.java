package io.decklog.query.projection;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: a line for each, a tab between the values, {@code \N} for none. */
final class CopyLines {

    /** {@link OffsetDateTime#toString()} would put a sign before a year of five digits. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 9, SignStyle.NORMAL)
            .appendPattern("-MM-dd HH:mm:ss.SSSSSSxxx")
            .toFormatter(Locale.ROOT);

    private final StringBuilder lines = new StringBuilder();
    private boolean isFirst = true;

    /** The next value of the line. */
    void value(@Nullable Object value) {
        if (!isFirst) {
            lines.append('\t');
        }
        isFirst = false;
        switch (value) {
            case null -> lines.append("\\N");
            case String text -> escaped(text);
            case String[] texts -> escaped(array(texts));
            case OffsetDateTime time -> lines.append(time.equals(OffsetDateTime.MAX) ? "infinity" : TIME.format(time));
            case UUID _, Number _, Boolean _ -> lines.append(value);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    /** Of the line. */
    void end() {
        lines.append('\n');
        isFirst = true;
    }

    /** How many characters wait to be taken. */
    int length() {
        return lines.length();
    }

    /** All lines since the last time. */
    String take() {
        var taken = lines.toString();
        lines.setLength(0);
        return taken;
    }

    /** Most texts need no escape at all, and stretches are copied quicker than characters. */
    private void escaped(String text) {
        var written = 0;
        for (var i = 0; i < text.length(); i++) {
            var escape = escape(text.charAt(i));
            if (escape != null) {
                lines.append(text, written, i).append(escape);
                written = i + 1;
            }
        }
        lines.append(text, written, text.length());
    }

    private static @Nullable String escape(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }

    /** As PostgreSQL writes arrays. */
    private static String array(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
