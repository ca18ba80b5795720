package io.decklog.query.search;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.projection.RowKey;
import io.decklog.query.search.SearchFilter.Kind;
import io.decklog.query.timeline.TimelineRow;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that was found.
 *
 * @param rank how well it fits; the higher the better
 * @param at when it occurred, or was declared
 * @param id of the entry, or of the incident itself
 */
record Hit(Kind kind, long rank, Instant at, IncidentId incidentId, UUID id) {

    /** Of the row of an entry. */
    RowKey key() {
        return SearchRow.key(new RowKey(TimelineRow.ENTRY, incidentId, id));
    }
}
