package io.decklog.query.review;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.REVIEWS)
class ReviewProjection extends Projection<ReviewRow> {

    ReviewProjection(NamedParameterJdbcTemplate jdbc) {
        super(new ReviewFold(), new JdbcRowStore<>(jdbc, ReviewTables.ALL));
    }
}
