package io.decklog.query.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event a projection could not take in, or one that waits behind such an event of the same incident.
 *
 * @param eventId the id of the event, which is that of the entry
 * @param type of the event
 * @param incidentId the incident it belongs to
 * @param sequence its place in the log of the incident
 * @param cause why it could not be taken in; absent for one that only waits
 * @param enqueuedAt since when
 * @param lastTriedAt when it was last tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        String eventId,
        String type,
        @Nullable String incidentId,
        @Nullable Long sequence,
        @Nullable String cause,
        Instant enqueuedAt,
        Instant lastTriedAt) {}
