package io.decklog.query.search;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.timeline.TimelineFold;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.SEARCH)
class SearchProjection extends Projection<SearchRow> {

    SearchProjection(NamedParameterJdbcTemplate jdbc, TimelineFold timeline) {
        super(new SearchFold(timeline), new JdbcRowStore<>(jdbc, SearchTables.ALL));
    }
}
