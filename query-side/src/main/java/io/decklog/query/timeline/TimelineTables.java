package io.decklog.query.timeline;

import io.decklog.query.projection.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a timeline is kept. */
final class TimelineTables {

    static final Table<TimelineRow.Head> HEADS = new Table<>(TimelineRow.HEAD, TimelineRow.Head.class);

    static final Table<TimelineRow.Entry> ENTRIES =
            new Table<>(TimelineRow.ENTRY, TimelineRow.Entry.class, TimelineTables::columns);

    static final Table<TimelineRow.Mention> MENTIONS = new Table<>(TimelineRow.MENTION, TimelineRow.Mention.class);

    static final List<Table<? extends TimelineRow>> ALL = List.of(HEADS, ENTRIES, MENTIONS);

    private TimelineTables() {}

    private static Map<String, Object> columns(TimelineRow.Entry row) {
        return Map.of(
                "entry_sequence", row.entry().sequence(),
                "type", row.entry().type().wireName(),
                "occurred_at", Objects.requireNonNull(Table.time(row.entry().occurredAt())));
    }
}
