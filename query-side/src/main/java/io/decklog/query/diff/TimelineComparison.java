package io.decklog.query.diff;

import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two states of one story. Both are replayed through the fold of the timeline, and all that is told, former
 * texts too, is read from the later one: what was redacted in between is told nowhere.
 */
final class TimelineComparison {

    private final TimelineFold fold;

    TimelineComparison(TimelineFold fold) {
        this.fold = fold;
    }

    /**
     * What changed after a moment of record time.
     *
     * @param events of one incident, from its declaration to the later moment
     */
    Changes since(Instant from, List<RecordedEvent> events) {
        var before = entries(IncidentLog.upTo(events, from))
                .collect(Collectors.toMap(TimelineEntry::entryId, Function.identity()));
        var after = entries(events).toList();
        var added = after.stream()
                .filter(entry -> !before.containsKey(entry.entryId()))
                .toList();
        return changes(added, from, changes(before, after, from));
    }

    private static Changes changes(List<TimelineEntry> added, Instant from, List<EntryChange> changed) {
        return new Changes(
                added,
                added.stream()
                        .filter(entry -> entry.occurredAt().isBefore(from))
                        .map(TimelineEntry::entryId)
                        .toList(),
                changed.stream().flatMap(EntryChange::corrections).toList(),
                changed.stream().flatMap(EntryChange::strike).toList(),
                changed.stream().flatMap(EntryChange::redaction).toList(),
                changed.stream().flatMap(EntryChange::pin).toList(),
                changed.stream().flatMap(EntryChange::rewording).toList());
    }

    private static List<EntryChange> changes(Map<UUID, TimelineEntry> before, List<TimelineEntry> after, Instant from) {
        return after.stream()
                .flatMap(entry -> Stream.ofNullable(before.get(entry.entryId()))
                        .filter(known -> !known.equals(entry))
                        .map(known -> new EntryChange(known, entry, from)))
                .toList();
    }

    private Stream<TimelineEntry> entries(List<RecordedEvent> events) {
        return Replay.of(fold, events).all(TimelineRow.Entry.class).map(TimelineRow.Entry::entry);
    }
}
