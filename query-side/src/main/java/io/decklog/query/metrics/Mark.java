package io.decklog.query.metrics;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry that says something about when an incident reached what.
 *
 * @param place its place in the log of the incident
 * @param at when that happened in the world
 */
record Mark(Kind kind, UUID entryId, long place, Instant at) {

    /** What an entry says. */
    enum Kind {
        ROLE_TAKEN,
        DECISION_TAKEN,
        MITIGATED,
        RESOLVED,
        REOPENED,
        CANCELLED,
        DUPLICATE
    }
}
