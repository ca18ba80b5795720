package io.decklog.wiring.log;

import io.decklog.wiring.log.file.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts events into the table of the log, while nobody else does. */
final class PostgresImport implements ImportableLog {

    private static final String APPEND = """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                            payload_type, payload_revision, payload, meta_data, time_stamp)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final PostgresEventStore eventStore;

    PostgresImport(JdbcTemplate jdbc, PostgresEventStore eventStore) {
        this.jdbc = jdbc;
        this.eventStore = eventStore;
    }

    @Override
    public Stretch after(long position, int limit) {
        var events = new ArrayList<LoggedEvent>();
        var end = new long[] {position};
        jdbc.query(
                "SELECT global_index, " + LoggedEvent.COLUMNS
                        + " FROM domain_event_entry WHERE global_index > ? ORDER BY global_index LIMIT ?",
                row -> {
                    events.add(LoggedEvent.of(row));
                    end[0] = row.getLong("global_index");
                },
                position,
                limit);
        return new Stretch(events, end[0]);
    }

    /** Other writers wait until the transaction ends. */
    @Override
    public long append(long end, List<LoggedEvent> events) {
        jdbc.execute("LOCK TABLE domain_event_entry IN SHARE ROW EXCLUSIVE MODE");
        if (end() != end) {
            throw new LogHasGrown();
        }
        jdbc.batchUpdate(APPEND, events, events.size(), (row, event) -> {
            row.setString(1, event.id());
            row.setString(2, event.incidentId());
            row.setLong(3, event.sequence() - 1);
            row.setString(4, event.aggregate());
            row.setString(5, event.type());
            row.setString(6, event.revision());
            row.setBytes(7, event.payload().getBytes(StandardCharsets.UTF_8));
            row.setBytes(8, event.metadata().getBytes(StandardCharsets.UTF_8));
            row.setString(9, event.timestamp());
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                eventStore.tellOfMore();
            }
        });
        return end();
    }

    private long end() {
        var end = jdbc.queryForObject("SELECT coalesce(max(global_index), 0) FROM domain_event_entry", Long.class);
        return end == null ? 0 : end;
    }
}
