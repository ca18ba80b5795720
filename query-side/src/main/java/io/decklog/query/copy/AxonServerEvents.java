package io.decklog.query.copy;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.log.CopiedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The log in Axon Server, whose tokens count from 0. */
final class AxonServerEvents implements EventSource {

    /** Events that may be under way to this process. */
    private static final int BUFFERED = 2_000;

    private final AxonServerConnectionManager connections;
    private final AxonServerHead head;

    AxonServerEvents(AxonServerConnectionManager connections, AxonServerHead head) {
        this.connections = connections;
        this.head = head;
    }

    @Override
    public long end() {
        return head.position();
    }

    @Override
    public Events behind(long position) {
        var stream = connections.getConnection().eventChannel().openStream(position - 1, BUFFERED);
        return new Streamed(stream);
    }

    private record Streamed(EventStream stream) implements Events {

        @Override
        public List<CopiedEvent> next(int limit, Duration patience) throws InterruptedException {
            var events = new ArrayList<CopiedEvent>();
            var next = stream.nextIfAvailable(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (next != null) {
                events.add(event(next));
                next = events.size() < limit ? stream.nextIfAvailable() : null;
            }
            if (events.isEmpty() && (stream.isClosed() || stream.getError().isPresent())) {
                throw new DataAccessResourceFailureException(
                        "the stream of events broke off", stream.getError().orElse(null));
            }
            return events;
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private static CopiedEvent event(EventWithToken tracked) {
        var event = tracked.getEvent();
        var position = tracked.getToken() + 1;
        if (event.getAggregateIdentifier().isEmpty()) {
            throw new NotOurLog(
                    "the event at position %d belongs to no incident: give Decklog a context of its own in Axon Server"
                            .formatted(position));
        }
        return new CopiedEvent(
                position,
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getAggregateType(),
                event.getPayload().getType(),
                revision(event),
                event.getPayload().getData().toByteArray(),
                metaData(event),
                Instant.ofEpochMilli(event.getTimestamp()));
    }

    private static @Nullable String revision(Event event) {
        var revision = event.getPayload().getRevision();
        return revision.isEmpty() ? null : revision;
    }

    /** Decklog's own are texts, all of them. */
    private static Map<String, String> metaData(Event event) {
        return event.getMetaDataMap().entrySet().stream()
                .filter(entry -> entry.getValue().getDataCase() == MetaDataValue.DataCase.TEXT_VALUE)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getTextValue()));
    }
}
