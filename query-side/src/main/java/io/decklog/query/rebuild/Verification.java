package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.position.StoredTokens;
import io.decklog.query.projection.IntakeFailed;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionSchema;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.rebuild.Finding.Difference;
import io.decklog.query.rebuild.Finding.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Compares the tables of a projection with what its fold makes of the log, row by row and column by column. It sees log,
 * token and tables as they were at one moment, so that it can be done while everything goes on.
 */
@Component
public class Verification {

    private static final long TELL_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final DataSource dataSource;
    private final StoredTokens tokens;
    private final LogScan log;
    private final Map<String, Projection<?>> projections = new HashMap<>();

    Verification(DataSource dataSource, StoredTokens tokens, LogScan log, List<Projection<?>> projections) {
        this.dataSource = dataSource;
        this.tokens = tokens;
        this.log = log;
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
    }

    /** @param told hears now and then how far it is, and what comes out last */
    public void of(String projection, Consumer<Finding> told) {
        try (var connection = OwnConnection.open(dataSource).onOneMoment()) {
            new Run(Objects.requireNonNull(projections.get(projection)), connection, told).run();
        }
    }

    private final class Run {

        private final Projection<?> projection;
        private final OwnConnection connection;
        private final JdbcOperations jdbc;
        private final Consumer<Finding> told;
        private long position;
        private long total;
        private long done;
        private long rows;
        private long toldAt = System.nanoTime();

        Run(Projection<?> projection, OwnConnection connection, Consumer<Finding> told) {
            this.projection = projection;
            this.connection = connection;
            this.jdbc = connection.jdbc();
            this.told = told;
        }

        void run() {
            lockOut();
            var reached = tokens.find(jdbc, projection.name()).orElse(new Progress(0, new TreeSet<>()));
            position = reached.index();
            total = log.count(jdbc, position);
            tell(State.RUNNING, null, null);
            try {
                var expected = fold(reached);
                var difference = firstDifference(expected);
                tell(difference == null ? State.EQUAL : State.DIFFERENT, difference, null);
            } catch (IntakeFailed failure) {
                tell(State.FAILED, null, failure.getMessage());
            }
        }

        /** Nobody may put other tables in the place of these once the moment is fixed. A lock is no query: it fixes none. */
        private void lockOut() {
            var tables = projection.tables().stream()
                    .map(table -> ProjectionSchema.NAME + '.' + table)
                    .toList();
            jdbc.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS SHARE MODE");
        }

        private ShadowTables fold(Progress reached) {
            var putAside = putAside();
            var shadow = ShadowTables.toCompare(jdbc);
            shadow.create(projection.tables());
            var intake = projection.intake(connection.named());
            log.incidents(jdbc, reached, incident -> {
                intake.whole(takenIn(incident, putAside));
                done += incident.size();
                if (System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
                    tell(State.RUNNING, null, null);
                }
            });
            intake.flush();
            return shadow;
        }

        /** The first event of each incident that waits in the dead letter queue. */
        private Map<String, Long> putAside() {
            var first = new HashMap<String, Long>();
            jdbc.query(
                    """
                    SELECT aggregate_identifier, min(sequence_number) + 1 AS sequence FROM dead_letter_entry
                    WHERE processing_group = ? GROUP BY aggregate_identifier
                    """,
                    row -> {
                        first.put(row.getString("aggregate_identifier"), row.getLong("sequence"));
                    },
                    projection.name());
            return first;
        }

        private static List<RecordedEvent> takenIn(List<RecordedEvent> incident, Map<String, Long> putAside) {
            var first = putAside.get(incident.getFirst().incidentId().toString());
            return first == null
                    ? incident
                    : incident.stream()
                            .takeWhile(event -> event.sequence() < first)
                            .toList();
        }

        private @Nullable Difference firstDifference(ShadowTables expected) {
            for (var table : projection.tables()) {
                jdbc.execute("ANALYZE " + expected.qualified(table));
                var difference = jdbc
                        .query(
                                """
                        SELECT incident_id, id,
                               CASE WHEN expected.sequence IS NOT NULL THEN to_jsonb(expected) END AS expected,
                               CASE WHEN found.sequence IS NOT NULL THEN to_jsonb(found) END AS found
                        FROM %1$s AS expected FULL JOIN %2$s.%3$s AS found USING (incident_id, id)
                        WHERE ROW(expected.*) IS DISTINCT FROM ROW(found.*)
                        ORDER BY incident_id, id LIMIT 1
                        """.formatted(expected.qualified(table), ProjectionSchema.NAME, table),
                                (row, _) -> new RowDifference(
                                        table,
                                        row.getObject("incident_id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        row.getString("expected"),
                                        row.getString("found")))
                        .stream()
                        .findFirst();
                if (difference.isPresent()) {
                    return difference.get().first();
                }
                rows += count(table);
                tell(State.RUNNING, null, null);
            }
            return null;
        }

        private long count(String table) {
            var count = jdbc.queryForObject(
                    "SELECT count(*) FROM %s.%s".formatted(ProjectionSchema.NAME, table), Long.class);
            return count == null ? 0 : count;
        }

        private void tell(State state, @Nullable Difference difference, @Nullable String reason) {
            toldAt = System.nanoTime();
            told.accept(new Finding(projection.name(), state, position, done, total, rows, difference, reason));
        }
    }
}
