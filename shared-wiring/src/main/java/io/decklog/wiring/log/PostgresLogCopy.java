package io.decklog.wiring.log;

import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of the log as the copy: row for row what would stand in it if the log were kept here. A claim is told by the
 * clock of the database.
 */
final class PostgresLogCopy implements LogCopy {

    private static final String CLAIM = """
            UPDATE log_copy SET owner = ?, claimed_at = clock_timestamp()
            WHERE owner IS NULL OR owner = ? OR claimed_at < clock_timestamp() - interval '5 s'
            """;

    private static final String ADD = """
            INSERT INTO domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                            payload_type, payload_revision, payload, meta_data, time_stamp)
            OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REDACTION = EntryRedacted.class.getSimpleName();

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionOperations transaction;
    private final Serializer serializer;
    private final PostgresRedaction redaction;
    private final PostgresEventStore store;
    private final JsonMapper json = JsonMapper.shared();

    PostgresLogCopy(
            JdbcTemplate jdbc, TransactionOperations transaction, Serializer serializer, PostgresEventStore store) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transaction = transaction;
        this.serializer = serializer;
        this.redaction = new PostgresRedaction(client);
        this.store = store;
    }

    @Override
    public boolean claim(String owner) {
        return jdbc.update(CLAIM, owner, owner) == 1;
    }

    @Override
    public void release(String owner) {
        jdbc.update("UPDATE log_copy SET owner = NULL WHERE owner = ?", owner);
    }

    @Override
    public Optional<CopiedEvent> last() {
        return client.sql("SELECT * FROM domain_event_entry ORDER BY global_index DESC LIMIT 1")
                .query((row, _) -> event(row))
                .optional();
    }

    private static CopiedEvent event(ResultSet row) throws SQLException {
        return new CopiedEvent(
                row.getLong("global_index"),
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("type"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                Map.of(),
                Instant.parse(row.getString("time_stamp")));
    }

    @Override
    public boolean add(String owner, List<CopiedEvent> events) {
        var added = Boolean.TRUE.equals(transaction.execute(_ -> addClaimed(owner, events)));
        if (added) {
            store.tellOfMore();
        }
        return added;
    }

    private boolean addClaimed(String owner, List<CopiedEvent> events) {
        var claimed = jdbc.update(
                "UPDATE log_copy SET claimed_at = clock_timestamp(), obstacle = NULL WHERE owner = ?", owner);
        if (claimed == 0) {
            return false;
        }
        var from = 0;
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).payloadType().equals(REDACTION)) {
                insert(events.subList(from, i + 1));
                redact(events.get(i));
                from = i + 1;
            }
        }
        insert(events.subList(from, events.size()));
        return true;
    }

    private void insert(List<CopiedEvent> events) {
        if (!events.isEmpty()) {
            jdbc.batchUpdate(ADD, events, events.size(), this::fill);
        }
    }

    private void fill(PreparedStatement row, CopiedEvent event) throws SQLException {
        var metaData = serializer.serialize(MetaData.from(event.metaData()), byte[].class);
        row.setLong(1, event.position());
        row.setString(2, event.identifier());
        row.setString(3, event.aggregateIdentifier());
        row.setLong(4, event.sequenceNumber());
        row.setString(5, event.type());
        row.setString(6, event.payloadType());
        row.setString(7, event.payloadRevision());
        row.setBytes(8, event.payload());
        row.setBytes(9, metaData.getData());
        row.setString(10, event.timestamp().toString());
    }

    /** What the log itself cannot do: the text is gone from the copy once the event that says so is in it. */
    private void redact(CopiedEvent event) {
        var entry = json.readTree(event.payload()).path("entryId").asString();
        redaction.redact(
                new IncidentId(UUID.fromString(event.aggregateIdentifier())), new EntryId(UUID.fromString(entry)));
    }

    @Override
    public boolean saw(String owner, long end) {
        return jdbc.update("""
                        UPDATE log_copy
                        SET claimed_at = clock_timestamp(), seen_at = clock_timestamp(), end_position = ?, obstacle = NULL,
                            caught_up_at = CASE WHEN ? <= (SELECT coalesce(max(global_index), 0) FROM domain_event_entry)
                                           THEN clock_timestamp() ELSE coalesce(caught_up_at, clock_timestamp()) END
                        WHERE owner = ?
                        """, end, end, owner) == 1;
    }

    @Override
    public void standsStill(String owner, String obstacle) {
        jdbc.update("UPDATE log_copy SET obstacle = ? WHERE owner = ?", obstacle, owner);
    }

    @Override
    public State state() {
        return client.sql("""
                SELECT *, (SELECT coalesce(max(global_index), 0) FROM domain_event_entry) AS position, clock_timestamp() AS now
                FROM log_copy
                """)
                .query((row, _) -> new State(
                        row.getLong("position"),
                        row.getObject("end_position", Long.class),
                        instant(row, "seen_at"),
                        instant(row, "caught_up_at"),
                        row.getObject("now", OffsetDateTime.class).toInstant(),
                        row.getString("obstacle")))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
