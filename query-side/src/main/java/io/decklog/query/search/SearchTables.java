package io.decklog.query.search;

import io.decklog.query.projection.Table;
import io.decklog.query.text.FullText;
import io.decklog.query.timeline.TimelineRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How what can be found is kept. */
final class SearchTables {

    static final Table<SearchRow.Entry> ENTRIES = new Table<>(
            SearchRow.PREFIX + TimelineRow.ENTRY,
            SearchRow.Entry.class,
            """
            INSERT INTO search_timeline_entry (incident_id, id, sequence, view, occurred_at, search)
            VALUES (:incident_id, :id, :sequence, :view, :occurred_at, %s)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, occurred_at = excluded.occurred_at,
                search = excluded.search
            WHERE search_timeline_entry.sequence < excluded.sequence
            """.formatted(FullText.VECTOR),
            SearchTables::columns);

    private static final Table<SearchRow.Head> HEADS =
            new Table<>(SearchRow.PREFIX + TimelineRow.HEAD, SearchRow.Head.class, """
            INSERT INTO search_timeline_incident (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE search_timeline_incident.sequence < excluded.sequence
            """, _ -> Map.of());

    private static final Table<SearchRow.Mention> MENTIONS =
            new Table<>(SearchRow.PREFIX + TimelineRow.MENTION, SearchRow.Mention.class, """
            INSERT INTO search_timeline_mention (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE search_timeline_mention.sequence < excluded.sequence
            """, _ -> Map.of());

    static final List<Table<? extends SearchRow>> ALL = List.of(HEADS, ENTRIES, MENTIONS);

    private SearchTables() {}

    private static Map<String, Object> columns(SearchRow.Entry row) {
        return Map.of(
                "occurred_at",
                Objects.requireNonNull(Table.time(row.told().entry().occurredAt())),
                "words",
                FullText.indexed(row.words()));
    }
}
