package io.decklog.query.postmortem;

import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a value reads in a draft: times to the second in UTC, constants as words. */
final class DraftWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DraftWords() {}

    static String of(Object value) {
        return switch (value) {
            case Instant moment -> TIME.format(moment);
            case Duration time -> (time.isNegative() ? "-" : "") + hours(time.abs());
            case Severity severity -> severity.name();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case SectionName name -> name.value().replace('-', ' ');
            default -> value.toString();
        };
    }

    private static String hours(Duration time) {
        return "%d h %02d min %02d s".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
