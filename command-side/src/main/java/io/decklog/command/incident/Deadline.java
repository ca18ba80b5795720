package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import java.time.Instant;
import java.util.UUID;

/**
 * A moment by which an incident owes something.
 *
 * @param subject what is owed: a task, a stopgap, a decision, or the entry since which a status update is waited for
 * @param at once this has passed, it is too late
 */
record Deadline(Kind kind, UUID subject, Instant at) {

    /** What can be owed. */
    enum Kind {
        PROMISED_UPDATE,
        UPDATE_BY_SEVERITY,
        TASK,
        PERMANENT_FIX,
        DECISION
    }

    /** The id of the entry that says it was missed: the same on every node and at every attempt. */
    UUID entryId(IncidentId incident) {
        return DerivedId.of(incident.value(), kind + "/" + subject + "/" + at);
    }
}
