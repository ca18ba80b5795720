package io.decklog.query.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the story of an incident between two moments of record time.
 *
 * @param from the earlier moment
 * @param to the later one, if one was asked for
 * @param position in the log of the last event known at the later moment
 * @param changes what changed; its lists stand beside the other fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineDiff(
        IncidentId incidentId,
        IncidentNumber number,
        Instant from,
        @Nullable Instant to,
        long position,
        @JsonUnwrapped Changes changes) {}
