package io.decklog.query.metrics;

import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(ProjectionNames.METRICS)
class MetricsProjection extends Projection<MetricsRow> {

    MetricsProjection(NamedParameterJdbcTemplate jdbc) {
        super(new MetricsFold(), new JdbcRowStore<>(jdbc, MetricsTables.ALL));
    }
}
