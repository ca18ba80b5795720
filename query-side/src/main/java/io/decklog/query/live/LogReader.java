package io.decklog.query.live;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.LogEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads which events the log holds, across all incidents and in its order. */
@Component
class LogReader implements SettledLog.Source {

    private static final List<String> ABOUT_ENTRIES = Arrays.stream(EntryEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static final String REDACTED = EntryEvent.EntryRedacted.class.getSimpleName();

    /** The payload is read only where it says which entry the event is about; else the event's id is that of its entry. */
    private static final String EVENTS = """
            SELECT global_index, event_identifier, aggregate_identifier, sequence_number, payload_type,
                   CASE WHEN payload_type IN (:about_entries) THEN payload END AS payload
            FROM domain_event_entry
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final LogEnd end;

    LogReader(JdbcClient jdbc, LogEnd end) {
        this.jdbc = jdbc;
        this.end = end;
    }

    @Override
    public List<Logged> after(long position, int limit) {
        return between(null, position + 1, Long.MAX_VALUE, limit);
    }

    /** The first events of one incident, or of all, from one position to another, both included. */
    List<Logged> between(@Nullable IncidentId incident, long from, long to, int limit) {
        var where =
                incident == null ? "WHERE global_index BETWEEN :from AND :to ORDER BY global_index LIMIT :limit" : """
                WHERE aggregate_identifier = :incident AND global_index BETWEEN :from AND :to
                ORDER BY sequence_number LIMIT :limit
                """;
        return jdbc.sql(EVENTS + where)
                .param("about_entries", ABOUT_ENTRIES)
                .param("incident", String.valueOf(incident))
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, _) -> logged(row))
                .list();
    }

    private static Logged logged(ResultSet row) throws SQLException {
        var about = row.getBytes("payload");
        var entry = about == null
                ? row.getString("event_identifier")
                : JSON.readTree(about).path("entryId").asString();
        return new Logged(
                row.getLong("global_index"),
                new IncidentId(UUID.fromString(row.getString("aggregate_identifier"))),
                row.getLong("sequence_number") + 1,
                UUID.fromString(entry),
                REDACTED.equals(row.getString("payload_type")));
    }

    @Override
    public long head() {
        return end.head();
    }

    @Override
    public Set<String> writers() {
        return end.writers();
    }

    boolean holds(IncidentId incident) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM domain_event_entry
                               WHERE aggregate_identifier = ? AND sequence_number = 0)
                """).param(incident.toString()).query(Boolean.class).single();
    }
}
