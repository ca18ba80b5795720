package io.decklog.query.decision;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.DECISIONS)
class DecisionProjection extends Projection<DecisionRow> {

    DecisionProjection(NamedParameterJdbcTemplate jdbc, DecisionFold fold) {
        super(fold, new JdbcRowStore<>(jdbc, DecisionTables.ALL));
    }
}
