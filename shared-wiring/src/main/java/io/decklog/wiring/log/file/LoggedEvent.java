package io.decklog.wiring.log.file;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it stands in the log, its payload byte for byte. Its place among the events of all incidents is that in the file; the
 * position it has is a matter of the engine.
 *
 * @param id the id of what it records
 * @param incidentId whose event it is
 * @param sequence its place among the events of that incident, from 1
 * @param aggregate Axon's name for what has the events
 * @param type the name of the event
 * @param revision of its form; null if it has none
 * @param timestamp when it was appended, to the millisecond, which is what every engine keeps; the times of the record stand
 *     in the payload
 * @param payload JSON
 * @param metadata JSON, an object of texts in the order of their names
 */
public record LoggedEvent(
        String id,
        String incidentId,
        long sequence,
        String aggregate,
        String type,
        @Nullable String revision,
        String timestamp,
        String payload,
        String metadata) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What {@link #of} reads. */
    public static final String COLUMNS =
            "event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision, "
                    + "time_stamp, payload, meta_data";

    /** A row of the log, with the {@link #COLUMNS}. */
    public static LoggedEvent of(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number") + 1,
                row.getString("type"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                Instant.parse(row.getString("time_stamp"))
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString(),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                texts(row.getBytes("meta_data")));
    }

    /** Metadata as every engine can keep it. Not all of them keep the order in which it was written. */
    private static String texts(byte[] metadata) {
        var texts = new TreeMap<String, String>();
        JSON.readTree(metadata).forEachEntry((name, value) -> texts.put(name, text(value)));
        return JSON.writeValueAsString(texts);
    }

    /** Digests of redacted texts were a list once. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "))
                : value.asString();
    }

    /** The same, as Axon reads it. */
    public GenericDomainEventEntry<byte[]> entry() {
        return new GenericDomainEventEntry<>(
                aggregate,
                incidentId,
                sequence - 1,
                id,
                timestamp,
                type,
                revision,
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8));
    }
}
