package io.decklog.query.rebuild;

import io.decklog.query.rebuild.RebuildProgress.State;
import io.decklog.query.rebuild.RebuildProgress.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rebuilds that were asked for, as every process sees them: the last one of each projection. */
@Component
public class Rebuilds {

    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for rebuilds; one that is asked for already or under way is left as it is. */
    public void request(Collection<String> projections) {
        projections.forEach(projection -> jdbc.sql("""
                        INSERT INTO projection_rebuild AS last (projection, state) VALUES (?, 'QUEUED')
                        ON CONFLICT (projection) DO UPDATE
                        SET state = 'QUEUED', step = NULL, done = 0, total = 0, requested_at = clock_timestamp(),
                            started_at = NULL, read_at = NULL, finished_at = NULL, position = NULL, reason = NULL
                        WHERE last.state NOT IN ('QUEUED', 'RUNNING')
                        """).param(projection).update());
    }

    /** Ends a rebuild that has not ended; nothing of it stays. */
    public void cancel(String projection) {
        end(projection, State.CANCELLED, null);
    }

    void fail(String projection, @Nullable String reason) {
        end(projection, State.FAILED, reason);
    }

    private void end(String projection, State state, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE projection_rebuild
                        SET state = :state, step = NULL, finished_at = clock_timestamp(), reason = :reason
                        WHERE projection = :projection AND state IN ('QUEUED', 'RUNNING')
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("projection", projection)
                .update();
    }

    /** In the transaction that puts the new tables in their place; false if there is nothing to be done any more. */
    boolean done(JdbcOperations connection, String projection, long position) {
        return connection.update("""
                UPDATE projection_rebuild
                SET state = 'DONE', step = NULL, done = total, position = ?, finished_at = clock_timestamp()
                WHERE projection = ? AND state = 'RUNNING'
                """, position, projection) == 1;
    }

    boolean anyOpen() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM projection_rebuild WHERE state IN ('QUEUED', 'RUNNING'))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Begins every one that is asked for, and again those a process did not bring to their end.
     *
     * @param known the projections there are; another release may know others
     */
    List<String> start(Collection<String> known) {
        return jdbc.sql("""
                        UPDATE projection_rebuild
                        SET state = 'RUNNING', step = 'READING', done = 0, total = 0, started_at = clock_timestamp(),
                            read_at = NULL
                        WHERE projection = ANY (:known) AND state IN ('QUEUED', 'RUNNING') RETURNING projection
                        """)
                .param("known", known.toArray(String[]::new))
                .query((row, _) -> row.getString("projection"))
                .list();
    }

    /** Tells how far one is; false if it is not to go on. */
    boolean progress(String projection, Step step, long done, long total) {
        return jdbc.sql("""
                        UPDATE projection_rebuild
                        SET step = :step, done = :done, total = :total,
                            read_at = CASE WHEN :step = 'READING' THEN clock_timestamp() ELSE read_at END
                        WHERE projection = :projection AND state = 'RUNNING'
                        """)
                        .param("step", step.name())
                        .param("done", done)
                        .param("total", total)
                        .param("projection", projection)
                        .update()
                == 1;
    }

    /** Empty if nobody ever asked for one. */
    public Optional<RebuildProgress> find(String projection) {
        return jdbc.sql("""
                        SELECT *, extract(epoch FROM read_at - started_at) AS seconds
                        FROM projection_rebuild WHERE projection = ?
                        """).param(projection).query((row, _) -> progress(row)).optional();
    }

    private static RebuildProgress progress(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var step = row.getString("step");
        var done = row.getLong("done");
        var total = row.getLong("total");
        var seconds = row.getDouble("seconds");
        var rate = seconds > 0 && done > 0 ? done / seconds : 0;
        var fraction = total > 0 ? Math.min(1, (double) done / total) : 0;
        return new RebuildProgress(
                state,
                step == null ? null : Step.valueOf(step),
                done,
                total,
                state == State.DONE ? 1 : fraction,
                rate > 0 ? Math.round(rate) : null,
                rate > 0 && state == State.RUNNING ? Math.round(Math.max(0, total - done) / rate) : null,
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getObject("position", Long.class),
                row.getString("reason"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
