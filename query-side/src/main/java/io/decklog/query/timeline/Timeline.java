package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an incident's timeline.
 *
 * @param asOf the moment of record time the answer is about, if one was asked for
 * @param position of the log the answer stands on; it may know more than that, never less
 * @param nextCursor where the next page starts; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Timeline(
        IncidentId incidentId,
        IncidentNumber number,
        @Nullable Instant asOf,
        long position,
        List<TimelineEntry> entries,
        @Nullable String nextCursor) {}
