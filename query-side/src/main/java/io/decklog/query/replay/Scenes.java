package io.decklog.query.replay;

import io.decklog.api.incident.EntryEvent;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.RowKey;
import io.decklog.query.replay.Scene.Kind;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Cuts the log of an incident into scenes, with the fold of the timeline. */
final class Scenes {

    private final TimelineFold fold;
    private final Order order;

    Scenes(TimelineFold fold, Order order) {
        this.fold = fold;
        this.order = order;
    }

    /** Which time runs. */
    enum Order {
        /** That of the log: as readers learned of it. */
        RECORDED,
        /** That of the world: as it happened. What became of an entry later comes when it was recorded. */
        OCCURRED
    }

    /** @param events of one incident, from its declaration on */
    List<Scene> of(List<RecordedEvent> events) {
        Map<RowKey, TimelineRow> rows = new HashMap<>();
        var scenes = events.stream().flatMap(event -> play(event, rows));
        return switch (order) {
            case RECORDED -> scenes.toList();
            case OCCURRED ->
                scenes.sorted(Comparator.comparing(Scene::moment).thenComparingLong(Scene::sequence))
                        .toList();
        };
    }

    private Stream<Scene> play(RecordedEvent event, Map<RowKey, TimelineRow> rows) {
        var changed = fold.on(event, key -> Optional.ofNullable(rows.get(key)));
        changed.forEach(row -> rows.put(row.key(), row));
        return changed.stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .map(TimelineRow.Entry.class::cast)
                .sorted(Comparator.comparingLong(row -> row.entry().sequence()))
                .map(row -> scene(event, row.entry()));
    }

    private Scene scene(RecordedEvent event, TimelineEntry entry) {
        var kind = kind(event, entry);
        return new Scene(event.sequence(), kind, moment(event, kind, entry), entry);
    }

    private static Kind kind(RecordedEvent event, TimelineEntry entry) {
        if (!(event.event() instanceof EntryEvent about)) {
            return Kind.ENTRY;
        }
        if (!entry.entryId().equals(about.entryId().value())) {
            return Kind.REWORDED;
        }
        return switch (about) {
            case EntryEvent.EntryCorrected _ -> Kind.CORRECTED;
            case EntryEvent.EntryStruck _ -> Kind.STRUCK;
            case EntryEvent.EntryRedacted _ -> Kind.REDACTED;
            case EntryEvent.EntryPinned _ -> Kind.PINNED;
        };
    }

    /** Nothing becomes of an entry before it occurred: one may be foretold, and corrected before its time. */
    private Instant moment(RecordedEvent event, Kind kind, TimelineEntry entry) {
        var recordedAt = event.stamp().recordedAt();
        return switch (order) {
            case RECORDED -> recordedAt;
            case OCCURRED ->
                kind == Kind.ENTRY || recordedAt.isBefore(entry.occurredAt()) ? entry.occurredAt() : recordedAt;
        };
    }
}
