package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Reads the log table itself, in large pieces and without a processor in between. */
@Component
class LogScan {

    /** Rows the driver fetches at a time, inside a transaction. */
    private static final int FETCHED = 2_000;

    /** Events of incidents that are handed over together, at least, unless they are the last. */
    private static final int LOT = 1_000;

    private final StoredEvents stored;

    LogScan(StoredEvents stored) {
        this.stored = stored;
    }

    /** How many events there are up to a position. */
    long count(JdbcOperations connection, long position) {
        var count = connection.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE global_index <= ?", Long.class, position);
        return count == null ? 0 : count;
    }

    /** One incident after the other, each with all its events a projection that has come so far has taken in. */
    void incidents(JdbcOperations connection, Progress reached, Consumer<List<RecordedEvent>> incidents) {
        var grouping = new Grouping(incidents);
        read(
                connection,
                "SELECT " + StoredEvents.COLUMNS + """
                FROM domain_event_entry WHERE global_index <= ? AND NOT global_index = ANY (?)
                ORDER BY aggregate_identifier, sequence_number
                """,
                List.of(reached.index(), reached.gaps().toArray(Long[]::new)),
                row -> grouping.add(stored.read(row)));
        grouping.end();
    }

    /** The same, some incidents at a time. */
    void lots(JdbcOperations connection, Progress reached, Consumer<List<List<RecordedEvent>>> lots) {
        var lot = new ArrayList<List<RecordedEvent>>();
        incidents(connection, reached, incident -> {
            lot.add(incident);
            if (lot.stream().mapToInt(List::size).sum() >= LOT) {
                lots.accept(List.copyOf(lot));
                lot.clear();
            }
        });
        lots.accept(List.copyOf(lot));
    }

    /**
     * The first events behind a position that a projection which has come so far has taken in, in the order of the log.
     *
     * @param limit how many at most
     */
    Stretch behind(JdbcOperations connection, long position, Progress reached, int limit) {
        var events = new ArrayList<RecordedEvent>();
        var last = new AtomicLong();
        read(
                connection,
                "SELECT global_index, " + StoredEvents.COLUMNS + """
                FROM domain_event_entry WHERE global_index > ? AND global_index <= ? AND NOT global_index = ANY (?)
                ORDER BY global_index LIMIT ?
                """,
                List.of(position, reached.index(), reached.gaps().toArray(Long[]::new), limit),
                row -> {
                    events.add(stored.read(row));
                    last.set(row.getLong("global_index"));
                });
        return new Stretch(events, events.size() < limit ? Math.max(position, reached.index()) : last.get());
    }

    /** @param end the position up to which these are all there are */
    record Stretch(List<RecordedEvent> events, long end) {}

    private static void read(JdbcOperations connection, String sql, List<Object> parameters, RowCallbackHandler rows) {
        connection.query(
                jdbc -> {
                    var statement = jdbc.prepareStatement(sql);
                    statement.setFetchSize(FETCHED);
                    for (var i = 0; i < parameters.size(); i++) {
                        statement.setObject(i + 1, parameters.get(i));
                    }
                    return statement;
                },
                rows);
    }

    /** Events of the same incident come one behind the other. */
    private static final class Grouping {

        private final Consumer<List<RecordedEvent>> incidents;
        private List<RecordedEvent> events = new ArrayList<>();

        Grouping(Consumer<List<RecordedEvent>> incidents) {
            this.incidents = incidents;
        }

        void add(RecordedEvent event) {
            if (!events.isEmpty() && !events.getFirst().incidentId().equals(event.incidentId())) {
                end();
            }
            events.add(event);
        }

        void end() {
            if (!events.isEmpty()) {
                incidents.accept(events);
                events = new ArrayList<>();
            }
        }
    }
}
