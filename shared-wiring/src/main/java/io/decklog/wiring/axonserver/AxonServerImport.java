package io.decklog.wiring.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.decklog.wiring.log.ImportableLog;
import io.decklog.wiring.log.LogHasGrown;
import io.decklog.wiring.log.file.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

/** Puts events into Axon Server as they stand in a file. Each batch is there whole or not at all. */
final class AxonServerImport implements ImportableLog {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AxonServerConnectionManager connections;
    private final AxonServerHead head;

    AxonServerImport(AxonServerConnectionManager connections, AxonServerHead head) {
        this.connections = connections;
        this.head = head;
    }

    private EventChannel events() {
        return connections.getConnection().eventChannel();
    }

    @Override
    public Stretch after(long position, int limit) {
        var count = Math.min(limit, head.position() - position);
        var found = new ArrayList<LoggedEvent>();
        if (count > 0) {
            try (var stream = events().openStream(position - 1, limit)) {
                while (found.size() < count) {
                    var next = stream.nextIfAvailable(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    if (next == null) {
                        throw new DataAccessResourceFailureException("Axon Server does not tell its events");
                    }
                    found.add(logged(next.getEvent()));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw AxonServerAway.away(stopped);
            }
        }
        return new Stretch(found, position + found.size());
    }

    private static LoggedEvent logged(Event event) {
        var revision = event.getPayload().getRevision();
        var metadata = new TreeMap<String, String>();
        event.getMetaDataMap().forEach((name, value) -> metadata.put(name, value.getTextValue()));
        return new LoggedEvent(
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber() + 1,
                event.getAggregateType(),
                event.getPayload().getType(),
                revision.isEmpty() ? null : revision,
                Instant.ofEpochMilli(event.getTimestamp()).toString(),
                event.getPayload().getData().toStringUtf8(),
                JSON.writeValueAsString(metadata));
    }

    /** That nobody else appends meanwhile is looked at once: Axon Server cannot be kept from it. */
    @Override
    public long append(long end, List<LoggedEvent> events) {
        if (head.position() != end) {
            throw new LogHasGrown();
        }
        var batch = events().startAppendEventsTransaction();
        events.forEach(event -> batch.appendEvent(stored(event)));
        try {
            batch.commit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw AxonServerAway.explain(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AxonServerAway.away(stopped);
        }
        return end + events.size();
    }

    private static Event stored(LoggedEvent event) {
        var payload = SerializedObject.newBuilder()
                .setType(event.type())
                .setRevision(Objects.requireNonNullElse(event.revision(), ""))
                .setData(ByteString.copyFromUtf8(event.payload()));
        var stored = Event.newBuilder()
                .setMessageIdentifier(event.id())
                .setAggregateIdentifier(event.incidentId())
                .setAggregateSequenceNumber(event.sequence() - 1)
                .setAggregateType(event.aggregate())
                .setTimestamp(Instant.parse(event.timestamp()).toEpochMilli())
                .setPayload(payload);
        JSON.readTree(event.metadata())
                .forEachEntry((name, value) -> stored.putMetaData(
                        name,
                        MetaDataValue.newBuilder()
                                .setTextValue(value.asString())
                                .build()));
        return stored.build();
    }
}
