package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.SourceReference;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which incident stands for which one of another system: the first that was declared for it. */
@Component
class IncidentSources {

    private final JdbcClient jdbc;
    private final IncidentsInLog incidents;

    IncidentSources(JdbcClient jdbc, IncidentsInLog incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    Optional<IncidentId> find(SourceReference source) {
        return jdbc.sql("SELECT incident_id FROM incident_source WHERE system = ? AND source_id = ?")
                .params(source.system(), source.id())
                .query(UUID.class)
                .optional()
                .map(IncidentId::new);
    }

    /** No later than the incident is declared. It takes the place of one that was not declared after all. */
    void remember(@Nullable SourceReference source, IncidentId incident) {
        if (source != null && !add(source, incident)) {
            find(source)
                    .filter(first -> !first.equals(incident) && !incidents.hold(first))
                    .ifPresent(_ -> jdbc.sql("""
                            UPDATE incident_source SET incident_id = ? WHERE system = ? AND source_id = ?
                            """)
                            .params(incident.value(), source.system(), source.id())
                            .update());
        }
    }

    private boolean add(SourceReference source, IncidentId incident) {
        return jdbc.sql("""
                                INSERT INTO incident_source (system, source_id, incident_id) VALUES (?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(source.system(), source.id(), incident.value())
                        .update()
                == 1;
    }
}
