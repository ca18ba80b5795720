package io.decklog.query.replay;

import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Locale;

/**
 * One step of an incident that is played again.
 *
 * @param sequence of the event that made the step
 * @param kind what became of the entry
 * @param moment when it is played, in the incident's own time
 * @param entry as it stood after the event
 */
record Scene(long sequence, Kind kind, Instant moment, TimelineEntry entry) {

    /** The names of the events. */
    enum Kind {
        ENTRY,
        CORRECTED,
        STRUCK,
        REDACTED,
        PINNED,
        /** Something it quotes was redacted. */
        REWORDED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names the step for ever: an event changes each entry once, and neither changes its place in the log. */
    String id() {
        return sequence + "." + entry.sequence();
    }
}
