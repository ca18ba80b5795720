package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept for metrics: of each incident what its log says, and what that came to at any moment of record time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MetricsRow extends Row {

    String HEAD = "metrics_incident";
    String VERSION = "metrics_version";

    /**
     * What the log of an incident says.
     *
     * @param current the version that stands
     */
    record Head(IncidentId incidentId, long sequence, History history, UUID current) implements MetricsRow {

        @Override
        public RowKey key() {
            return key(incidentId);
        }

        static RowKey key(IncidentId incident) {
            return new RowKey(HEAD, incident, incident.value());
        }
    }

    /**
     * What that came to, for as long as nothing else was recorded.
     *
     * @param id of the event with which it began
     * @param recordedFrom when that event was recorded
     * @param recordedUntil when the event was recorded with which it no longer stood; null as long as it stands
     */
    record Version(
            IncidentId incidentId,
            long sequence,
            UUID id,
            Instant recordedFrom,
            @Nullable Instant recordedUntil,
            Standing standing)
            implements MetricsRow {

        @Override
        public RowKey key() {
            return new RowKey(VERSION, incidentId, id);
        }

        Version until(Instant moment, long at) {
            return new Version(incidentId, at, id, recordedFrom, moment, standing);
        }
    }
}
