package io.decklog.query.postmortem;

import io.decklog.query.timeline.EntryDetails;
import io.decklog.query.timeline.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The entries that stand: what was struck is not part of the story, and what was redacted tells none.
 *
 * @param entries every entry
 */
record Standing(List<TimelineEntry> entries) {

    /** An entry that stands, with what was sent with it. */
    record Told<D extends EntryDetails>(TimelineEntry entry, D details) {

        String person() {
            return entry.onBehalfOf() == null ? entry.by() : entry.onBehalfOf();
        }
    }

    <D extends EntryDetails> Stream<Told<D>> all(Class<D> type) {
        return entries.stream()
                .filter(entry -> !entry.struck() && type.isInstance(entry.details()))
                .map(entry -> new Told<>(entry, type.cast(entry.details())));
    }

    /** The one that was recorded last. */
    <D extends EntryDetails> Optional<Told<D>> last(Class<D> type, Predicate<D> which) {
        return all(type)
                .filter(told -> which.test(told.details()))
                .max(Comparator.comparingLong(told -> told.entry().sequence()));
    }
}
