package io.decklog.query.incident;

import io.decklog.api.incident.IncidentId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Several incidents at once, as the projection holds them. */
@Component
public class ProjectedIncidents {

    private final JdbcClient jdbc;

    ProjectedIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param line what the list of incidents says of it */
    public record Projected(Incident.Line line, @Nullable String summary, String declaredBy) {

        private static Projected of(IncidentRow.Recorded row) {
            return new Projected(
                    Incident.Line.of(row),
                    row.declaration().summary(),
                    row.declaration().declaredBy());
        }

        /** What it is found by. */
        public String words() {
            return IncidentTables.words(line.title(), summary);
        }
    }

    /** Those that are there. */
    public Map<IncidentId, Projected> of(Collection<IncidentId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT view FROM incident WHERE incident_id IN (:ids)")
                        .param("ids", ids.stream().map(IncidentId::value).toList())
                        .query(IncidentTables.INCIDENTS.views())
                        .list()
                        .stream()
                        .map(Projected::of)
                        .collect(Collectors.toMap(found -> found.line().id(), Function.identity()));
    }
}
