package io.decklog.query.timeline;

import io.decklog.query.projection.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a timeline is kept. */
final class TimelineTables {

    static final Table<TimelineRow.Head> HEADS =
            new Table<>(TimelineRow.HEAD, TimelineRow.Head.class, """
            INSERT INTO timeline_incident (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE timeline_incident.sequence < excluded.sequence
            """, _ -> Map.of());

    static final Table<TimelineRow.Entry> ENTRIES =
            new Table<>(TimelineRow.ENTRY, TimelineRow.Entry.class, """
            INSERT INTO timeline_entry (incident_id, id, sequence, view, entry_sequence, type, occurred_at)
            VALUES (:incident_id, :id, :sequence, :view, :entry_sequence, :type, :occurred_at)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, entry_sequence = excluded.entry_sequence,
                type = excluded.type, occurred_at = excluded.occurred_at
            WHERE timeline_entry.sequence < excluded.sequence
            """, TimelineTables::columns);

    static final Table<TimelineRow.Mention> MENTIONS =
            new Table<>(TimelineRow.MENTION, TimelineRow.Mention.class, """
            INSERT INTO timeline_mention (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE timeline_mention.sequence < excluded.sequence
            """, _ -> Map.of());

    static final List<Table<? extends TimelineRow>> ALL = List.of(HEADS, ENTRIES, MENTIONS);

    private TimelineTables() {}

    private static Map<String, Object> columns(TimelineRow.Entry row) {
        return Map.of(
                "entry_sequence", row.entry().sequence(),
                "type", row.entry().type().wireName(),
                "occurred_at", Objects.requireNonNull(Table.time(row.entry().occurredAt())));
    }
}
