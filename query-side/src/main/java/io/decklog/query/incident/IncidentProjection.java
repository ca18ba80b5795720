package io.decklog.query.incident;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.INCIDENTS)
class IncidentProjection extends Projection<IncidentRow> {

    IncidentProjection(NamedParameterJdbcTemplate jdbc) {
        super(new IncidentFold(), new JdbcRowStore<>(jdbc, IncidentTables.ALL));
    }
}
