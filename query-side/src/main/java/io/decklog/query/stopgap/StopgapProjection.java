package io.decklog.query.stopgap;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.STOPGAPS)
class StopgapProjection extends Projection<StopgapRow> {

    StopgapProjection(NamedParameterJdbcTemplate jdbc) {
        super(new StopgapFold(), new JdbcRowStore<>(jdbc, StopgapTables.ALL));
    }
}
