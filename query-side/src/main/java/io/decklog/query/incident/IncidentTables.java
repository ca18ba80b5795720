package io.decklog.query.incident;

import io.decklog.query.projection.Table;
import io.decklog.query.text.FullText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How incidents and the links between them are kept. */
final class IncidentTables {

    static final Table<IncidentRow.Recorded> INCIDENTS = new Table<>(
            IncidentRow.INCIDENT,
            IncidentRow.Recorded.class,
            Map.of("search", FullText.VECTOR),
            IncidentTables::columns);

    static final Table<IncidentRow.Link> LINKS = new Table<>(
            IncidentRow.LINK,
            IncidentRow.Link.class,
            row -> Map.of("other_id", row.other().value()));

    static final List<Table<? extends IncidentRow>> ALL = List.of(INCIDENTS, LINKS);

    private IncidentTables() {}

    private static Map<String, @Nullable Object> columns(IncidentRow.Recorded row) {
        var said = row.declaration();
        var source = said.source();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", said.number().value());
        columns.put("severity", row.standing().severity().name());
        columns.put("state", row.standing().state().name());
        columns.put("kind", said.kind().name());
        columns.put("services", said.services().toArray(String[]::new));
        columns.put("source_system", source == null ? null : source.system());
        columns.put("source_id", source == null ? null : source.id());
        columns.put("declared_at", Table.time(said.declaredAt()));
        columns.put("words", words(row.standing().title().text(), said.summary()));
        return columns;
    }

    /** What an incident is found by. */
    static String words(String title, @Nullable String summary) {
        return summary == null ? title : title + ". " + summary;
    }
}
