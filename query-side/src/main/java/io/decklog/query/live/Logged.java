package io.decklog.query.live;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.timeline.ProjectedEntries.Touched;
import java.util.UUID;

/**
 * An event as the log holds it, without what it says.
 *
 * @param position its place in the whole log
 * @param sequence its place in the log of its incident; 1 is the declaration
 * @param entryId the entry it makes or is about
 * @param redaction whether it may change entries that quote that one
 */
record Logged(long position, IncidentId incidentId, long sequence, UUID entryId, boolean redaction) {

    Touched touched() {
        return new Touched(incidentId, sequence, entryId, redaction);
    }
}
