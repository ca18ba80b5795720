package io.decklog.api.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command that was accepted.
 *
 * @param incidentId the incident
 * @param number its number
 * @param entryId the id of what was recorded; null where the command asked for what already was
 * @param sequence how many events the incident has now, this one included; 1 after its declaration
 * @param recordedAt when the last of them was recorded
 */
public record Recorded(
        IncidentId incidentId,
        IncidentNumber number,
        @Nullable UUID entryId,
        long sequence,
        Instant recordedAt) {}
