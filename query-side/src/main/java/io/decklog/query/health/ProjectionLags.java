package io.decklog.query.health;

import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.ProjectionNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks how far the projections are, all of them at once and without counting events. One whose first building has failed is
 * left to its processor, and behind the log like any other until that has gone through it.
 */
@Component
class ProjectionLags {

    private static final int PATIENCE_SECONDS = 5;

    private static final String LAGS = """
            SELECT asked.projection,
                   greatest(0, (SELECT max(global_index) FROM domain_event_entry) - asked.position) AS positions,
                   (SELECT time_stamp FROM domain_event_entry
                    WHERE global_index > asked.position ORDER BY global_index LIMIT 1) AS waiting_since,
                   EXISTS (SELECT FROM projection_revision r WHERE r.projection = asked.projection)
                       OR NOT EXISTS (SELECT FROM projection_rebuild b WHERE b.projection = asked.projection
                                      AND b.state IN ('QUEUED', 'RUNNING')) AS built,
                   (SELECT count(*) FROM dead_letter_entry WHERE processing_group = asked.projection) AS dead_letters,
                   (SELECT done::float8 / greatest(total, 1) FROM projection_rebuild b
                    WHERE b.projection = asked.projection AND b.state = 'RUNNING') AS rebuilt
            FROM unnest(?, ?) AS asked (projection, position)
            """;

    private final ProjectionPositions positions;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ProjectionLags(ProjectionPositions positions, DataSource database, Clock clock) {
        this.positions = positions;
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.clock = clock;
    }

    List<ProjectionLag> all() {
        var names = ProjectionNames.ALL.toArray(String[]::new);
        var reached = ProjectionNames.ALL.stream()
                .map(name -> positions.progress(name).index())
                .toArray(Long[]::new);
        var now = clock.instant();
        return jdbc.query(LAGS, (row, _) -> lag(row, now), names, reached);
    }

    private static ProjectionLag lag(ResultSet row, Instant now) throws SQLException {
        var since = row.getString("waiting_since");
        var time = since == null ? Duration.ZERO : Duration.between(Instant.parse(since), now);
        return new ProjectionLag(
                row.getString("projection"),
                row.getLong("positions"),
                time.isNegative() ? Duration.ZERO : time,
                row.getBoolean("built"),
                row.getLong("dead_letters"),
                row.getObject("rebuilt", Double.class));
    }
}
