package io.decklog.query.incident;

import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How incidents and the links between them are kept. */
final class IncidentTables {

    static final Table<IncidentRow.Recorded> INCIDENTS =
            new Table<>(IncidentRow.INCIDENT, IncidentRow.Recorded.class, """
            INSERT INTO incident (incident_id, id, sequence, view, number, severity, state, kind, services,
                                  source_system, source_id, declared_at, search)
            VALUES (:incident_id, :id, :sequence, :view, :number, :severity, :state, :kind, :services,
                    :source_system, :source_id, :declared_at, to_tsvector('english', :words))
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, number = excluded.number,
                severity = excluded.severity, state = excluded.state, kind = excluded.kind,
                services = excluded.services, source_system = excluded.source_system,
                source_id = excluded.source_id, declared_at = excluded.declared_at, search = excluded.search
            WHERE incident.sequence < excluded.sequence
            """, IncidentTables::columns);

    static final Table<IncidentRow.Link> LINKS = new Table<>(
            IncidentRow.LINK,
            IncidentRow.Link.class,
            """
            INSERT INTO incident_link (incident_id, id, sequence, view, other_id)
            VALUES (:incident_id, :id, :sequence, :view, :other_id)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, other_id = excluded.other_id
            WHERE incident_link.sequence < excluded.sequence
            """,
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
