package io.decklog.query.incident;

import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an incident is kept. */
final class IncidentTable {

    static final Table<IncidentRow> TABLE =
            new Table<>(IncidentRow.KIND, IncidentRow.class, """
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
            """, IncidentTable::columns);

    private IncidentTable() {}

    private static Map<String, @Nullable Object> columns(IncidentRow row) {
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
        columns.put("words", said.title() + " " + (said.summary() == null ? "" : said.summary()));
        return columns;
    }
}
