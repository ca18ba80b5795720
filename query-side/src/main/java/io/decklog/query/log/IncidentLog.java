package io.decklog.query.log;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of one incident, whole or as a reader saw them at a moment of record time. */
@Component
public class IncidentLog {

    private final EventStore eventStore;

    private final JdbcClient jdbc;

    IncidentLog(EventStore eventStore, JdbcClient jdbc) {
        this.eventStore = eventStore;
        this.jdbc = jdbc;
    }

    /**
     * The events recorded up to and including a moment, in their order; never empty.
     *
     * @param asOf the moment; null, or one in the future, means now
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT} or {@code NOT_YET_RECORDED}
     */
    public List<RecordedEvent> upTo(IncidentId id, @Nullable Instant asOf) {
        var events = all(id);
        if (events.isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id);
        }
        var known = asOf == null ? events : upTo(events, asOf);
        if (known.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "NOT_YET_RECORDED", "the incident was not recorded yet at " + asOf);
        }
        return known;
    }

    /** The events recorded up to and including a moment, in their order; none if there were none by then. */
    public List<RecordedEvent> known(IncidentId id, Instant asOf) {
        return upTo(all(id), asOf);
    }

    /** The events of a log that were recorded up to and including a moment. Record times never decrease. */
    public static List<RecordedEvent> upTo(List<RecordedEvent> events, Instant asOf) {
        return events.stream()
                .takeWhile(event -> !event.stamp().recordedAt().isAfter(asOf))
                .toList();
    }

    /** The number of the incident whose log this is; its declaration comes first. */
    public static IncidentNumber number(List<RecordedEvent> events) {
        return ((IncidentDeclared) events.getFirst().event()).number();
    }

    /** The position in the log of one of an incident's events; 0 if the store does not say. */
    public long position(IncidentId id, long sequence) {
        return jdbc.sql("""
                SELECT global_index FROM domain_event_entry
                WHERE aggregate_identifier = :id AND sequence_number = :sequence_number
                """)
                .param("id", id.toString())
                .param("sequence_number", sequence - 1)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** With a sequence number, because without one the store would start at a snapshot. */
    private List<RecordedEvent> all(IncidentId id) {
        return eventStore
                .readEvents(id.toString(), 0)
                .asStream()
                .map(message ->
                        new RecordedEvent((IncidentEvent) message.getPayload(), message.getSequenceNumber() + 1))
                .toList();
    }
}
