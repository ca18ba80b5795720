package io.decklog.query.projection;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import java.util.UUID;

/**
 * An event at its place in the log of its incident.
 *
 * @param event what happened
 * @param sequence how many events the incident had with this one; its declaration is 1
 */
public record RecordedEvent(IncidentEvent event, long sequence) {

    public IncidentId incidentId() {
        return event.incidentId();
    }

    public Stamp stamp() {
        return event.stamp();
    }

    /** The key of a row of the event's own incident. */
    public RowKey key(String kind, UUID id) {
        return new RowKey(kind, incidentId(), id);
    }
}
