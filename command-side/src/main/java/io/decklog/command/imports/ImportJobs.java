package io.decklog.command.imports;

import io.decklog.command.imports.ImportJob.LineError;
import io.decklog.command.imports.ImportJob.State;
import io.decklog.command.incident.Imported;
import io.decklog.wiring.web.FieldProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs and what is left of their lines. */
@Component
class ImportJobs {

    private static final int ERRORS_SHOWN = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportJobs(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void create(ImportId job, Instant now) {
        jdbc.sql("INSERT INTO import_job (id, state, created_at, lines) VALUES (?, 'QUEUED', ?, 0)")
                .params(job.value(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A line that waits for its turn. */
    @SuppressWarnings("ArrayRecordComponent") // lines are not compared
    record Line(int number, byte[] content) {}

    void add(ImportId job, List<Line> lines) {
        batches.batchUpdate(
                "INSERT INTO import_line (job_id, line, content) VALUES (?, ?, ?)",
                lines,
                lines.size(),
                (row, line) -> {
                    row.setObject(1, job.value());
                    row.setInt(2, line.number());
                    row.setBytes(3, line.content());
                });
        count("lines = lines + " + lines.size(), job);
    }

    /** A line that is not kept because it cannot be taken in any case. */
    void addFailed(ImportId job, int line, FieldProblem error) {
        count("lines = lines + 1, failed = failed + 1", job);
        report(job, line, List.of(error));
    }

    /** Empty once all lines are done. */
    Optional<Line> next(ImportId job) {
        return jdbc.sql("SELECT line, content FROM import_line WHERE job_id = ? ORDER BY line LIMIT 1")
                .param(job.value())
                .query((row, number) -> new Line(row.getInt("line"), row.getBytes("content")))
                .optional();
    }

    /**
     * Says what a line is about to bring, where that is recorded elsewhere.
     *
     * @throws LineGone if another worker has done the line, or the job is cancelled
     */
    void intend(ImportId job, int line, Imported brings) {
        var intended = jdbc.sql("""
                        UPDATE import_line SET brings_incident = ?, brings_entries = ?
                        WHERE job_id = ? AND line = ?
                          AND EXISTS (SELECT FROM import_job WHERE id = job_id AND state = 'RUNNING')
                        """)
                .params(brings.declared(), brings.entries(), job.value(), line)
                .update();
        if (intended == 0) {
            throw new LineGone();
        }
    }

    /**
     * In the transaction that records what the line brings, or after it.
     *
     * @param imported what was new; if nothing was, because it was recorded before a crash, what the line intended counts
     * @throws LineGone if another worker has done the line, or the job is cancelled
     */
    void taken(ImportId job, int line, Imported imported, OptionalLong position) {
        var brought = imported.isNew() ? imported : intended(job, line).orElse(imported);
        remove(job, line);
        var updated = jdbc.sql("""
                        UPDATE import_job SET taken = taken + ?, skipped = skipped + ?, entries_taken = entries_taken + ?,
                                              position = greatest(?, position)
                        WHERE id = ? AND state = 'RUNNING'
                        """)
                .params(
                        brought.isNew() ? 1 : 0,
                        brought.isNew() ? 0 : 1,
                        brought.entries(),
                        position.orElse(0),
                        job.value())
                .update();
        if (updated == 0) {
            throw new LineGone();
        }
    }

    private Optional<Imported> intended(ImportId job, int line) {
        return jdbc.sql("""
                        SELECT brings_incident, brings_entries FROM import_line
                        WHERE job_id = ? AND line = ? AND brings_entries IS NOT NULL
                        """)
                .params(job.value(), line)
                .query((row, number) -> new Imported(row.getBoolean("brings_incident"), row.getInt("brings_entries")))
                .optional();
    }

    /** In a transaction of its own. */
    void failed(ImportId job, int line, List<FieldProblem> errors) {
        remove(job, line);
        count("failed = failed + 1", job);
        report(job, line, errors);
    }

    private void remove(ImportId job, int line) {
        var removed = jdbc.sql("DELETE FROM import_line WHERE job_id = ? AND line = ?")
                .params(job.value(), line)
                .update();
        if (removed == 0) {
            throw new LineGone();
        }
    }

    /** Told again after a crash, an error is still told once. */
    void report(ImportId job, int line, List<FieldProblem> errors) {
        batches.batchUpdate(
                "INSERT INTO import_error (job_id, line, field, detail) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                errors,
                ERRORS_SHOWN,
                (row, error) -> {
                    row.setObject(1, job.value());
                    row.setInt(2, line);
                    row.setString(3, error.field());
                    row.setString(4, error.detail());
                });
    }

    private void count(String change, ImportId job) {
        jdbc.sql("UPDATE import_job SET " + change + " WHERE id = ?")
                .param(job.value())
                .update();
    }

    /** Whether there is work to do on it. */
    boolean start(ImportId job) {
        return jdbc.sql("UPDATE import_job SET state = 'RUNNING' WHERE id = ? AND state IN ('QUEUED', 'RUNNING')")
                        .param(job.value())
                        .update()
                == 1;
    }

    /** Ends a job that has not ended; what is left of its lines goes. */
    void end(ImportId job, State state, Instant now) {
        var ended = jdbc.sql("""
                        UPDATE import_job SET state = ?, finished_at = ? WHERE id = ? AND state IN ('QUEUED', 'RUNNING')
                        """)
                .params(state.name(), now.atOffset(ZoneOffset.UTC), job.value())
                .update();
        if (ended == 1) {
            jdbc.sql("DELETE FROM import_line WHERE job_id = ?")
                    .param(job.value())
                    .update();
        }
    }

    Optional<ImportJob> find(ImportId job) {
        return jdbc.sql("""
                        SELECT *, (SELECT count(*) FROM import_error WHERE job_id = id) AS errors
                        FROM import_job WHERE id = ?
                        """)
                .param(job.value())
                .query((row, number) -> job(row, errors(job)))
                .optional();
    }

    private List<LineError> errors(ImportId job) {
        return jdbc.sql("SELECT line, field, detail FROM import_error WHERE job_id = ? ORDER BY line, ordinal LIMIT ?")
                .params(job.value(), ERRORS_SHOWN)
                .query((row, number) ->
                        new LineError(row.getInt("line"), row.getString("field"), row.getString("detail")))
                .list();
    }

    private static ImportJob job(ResultSet row, List<LineError> errors) throws SQLException {
        var lines = row.getInt("lines");
        var done = row.getInt("taken") + row.getInt("skipped") + row.getInt("failed");
        return new ImportJob(
                new ImportId(row.getObject("id", UUID.class)),
                State.valueOf(row.getString("state")),
                lines,
                row.getInt("taken"),
                row.getInt("skipped"),
                row.getInt("failed"),
                done,
                lines,
                row.getLong("entries_taken"),
                errors,
                row.getInt("errors"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finishedAt(row),
                position(row));
    }

    private static @Nullable Long position(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        return position == 0 ? null : position;
    }

    private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return finishedAt == null ? null : finishedAt.toInstant();
    }
}
