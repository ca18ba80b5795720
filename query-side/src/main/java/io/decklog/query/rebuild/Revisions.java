package io.decklog.query.rebuild;

import io.decklog.query.log.LogEnd;
import io.decklog.query.position.StoredTokens;
import io.decklog.query.projection.Projection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows which revision of its fold built the tables of each projection. */
@Component
class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private final List<Projection<?>> projections;
    private final Rebuilds rebuilds;
    private final StoredTokens tokens;
    private final LogEnd log;
    private final JdbcTemplate jdbc;

    Revisions(List<Projection<?>> projections, Rebuilds rebuilds, StoredTokens tokens, LogEnd log, JdbcTemplate jdbc) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.tokens = tokens;
        this.log = log;
        this.jdbc = jdbc;
    }

    /** Whether the tables of the projection can be read; if not, they are still to be built from the whole log. */
    boolean isBuilt(String projection) {
        return find(projection).isPresent();
    }

    private Optional<Integer> find(String projection) {
        return jdbc
                .query(
                        "SELECT revision FROM projection_revision WHERE projection = ?",
                        (row, _) -> row.getInt("revision"),
                        projection)
                .stream()
                .findFirst();
    }

    /** In the transaction that brings the tables. */
    void built(JdbcOperations connection, Projection<?> projection) {
        connection.update("""
                INSERT INTO projection_revision (projection, revision) VALUES (?, ?)
                ON CONFLICT (projection) DO UPDATE SET revision = excluded.revision
                """, projection.name(), projection.revision());
    }

    /** Asks for what has to be rebuilt, before any processor starts. */
    void check() {
        var isEmpty = log.head() == 0;
        projections.forEach(projection -> check(projection, isEmpty));
    }

    private void check(Projection<?> projection, boolean logIsEmpty) {
        var name = projection.name();
        var stored = find(name);
        var begun = tokens.find(jdbc, name).isPresent();
        if (!begun && logIsEmpty) {
            built(jdbc, projection);
        } else if (!begun || stored.isEmpty()) {
            LOG.info("Projection {} has no tables yet: building them", name);
            jdbc.update("DELETE FROM projection_revision WHERE projection = ?", name);
            tokens.hold(jdbc, name);
            rebuilds.request(List.of(name));
        } else if (stored.get() < projection.revision()) {
            LOG.info(
                    "Projection {} was built by revision {}, now it is {}: rebuilding it",
                    name,
                    stored.get(),
                    projection.revision());
            rebuilds.request(List.of(name));
        }
    }
}
