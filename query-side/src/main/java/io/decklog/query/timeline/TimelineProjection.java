package io.decklog.query.timeline;

import io.decklog.query.projection.Fold;
import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.TIMELINE)
class TimelineProjection extends Projection<TimelineRow> {

    TimelineProjection(NamedParameterJdbcTemplate jdbc, Fold<TimelineRow> fold) {
        super(fold, new JdbcRowStore<>(jdbc, TimelineTables.ALL));
    }
}
