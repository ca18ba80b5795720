package io.decklog.query.metrics;

import java.util.UUID;

/**
 * Why an incident as a whole does not count.
 *
 * @param entryId the entry that says so
 */
public record Exclusion(Reason reason, UUID entryId) {

    /** What leaves an incident out. */
    public enum Reason {
        /** It was no incident after all. */
        CANCELLED,
        /** It is the same trouble as another incident, and that one counts. */
        DUPLICATE
    }
}
