package io.decklog.query.rebuild;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.evolution.EventTypes;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.query.projection.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** Reads events as they are stored. What is of an earlier revision goes the long way, through Axon's upcasters. */
@Component
class StoredEvents {

    static final String COLUMNS = """
            event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision, payload,
            meta_data, time_stamp
            """;

    private final Configuration configuration;
    private final Serializer serializer;
    private final Map<String, ObjectReader> readers = new HashMap<>();

    StoredEvents(Configuration configuration, @Qualifier("eventSerializer") Serializer serializer) {
        this.configuration = configuration;
        this.serializer = serializer;
        var json = EventJson.mapper();
        EventTypes.all()
                .forEach(type ->
                        readers.put(type.getSimpleName() + '/' + EventTypes.revisionOf(type), json.readerFor(type)));
    }

    RecordedEvent read(ResultSet row) throws SQLException {
        var reader = readers.get(row.getString("payload_type") + '/' + row.getString("payload_revision"));
        IncidentEvent event = reader == null ? upcast(row) : reader.readValue(row.getBytes("payload"));
        return new RecordedEvent(event, row.getLong("sequence_number") + 1);
    }

    private IncidentEvent upcast(ResultSet row) throws SQLException {
        var stored = new GenericDomainEventEntry<>(
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
        return (IncidentEvent) EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(stored), serializer, configuration.upcasterChain())
                .next()
                .getPayload();
    }
}
