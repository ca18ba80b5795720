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
            Map.of("search", FullText.VECTOR),
            SearchTables::columns);

    private static final Table<SearchRow.Head> HEADS =
            new Table<>(SearchRow.PREFIX + TimelineRow.HEAD, SearchRow.Head.class);

    private static final Table<SearchRow.Mention> MENTIONS =
            new Table<>(SearchRow.PREFIX + TimelineRow.MENTION, SearchRow.Mention.class);

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
