package io.decklog.query.live;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/**
 * A new or changed entry on its way to those who listen. All of them share it; it is written out for each as it is sent.
 *
 * @param entry the JSON of the entry, as in a timeline
 */
record Change(Place place, IncidentId incidentId, IncidentNumber number, String entry) {

    boolean isOf(@Nullable IncidentId asked) {
        return asked == null || asked.equals(incidentId);
    }

    /** @param named whether it has to say which incident it is of */
    String event(boolean named) {
        return "id: " + place + "\nevent: entry\ndata: " + (named ? named() : entry) + "\n\n";
    }

    private String named() {
        return "{\"incidentId\":\"" + incidentId + "\",\"number\":\"" + number + "\"," + entry.substring(1);
    }

    /** About how much memory it takes, in bytes. */
    int size() {
        return 2 * entry.length();
    }
}
