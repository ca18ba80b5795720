package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the timeline keeps: one row for each entry, and one for the incident itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface TimelineRow extends Row {

    String HEAD = "timeline_incident";
    String ENTRY = "timeline_entry";
    String MENTION = "timeline_mention";

    /**
     * @param number the incident's number
     * @param sequence how many events of the incident the timeline holds
     * @param recordedAt when the last of them was recorded
     */
    record Head(IncidentId incidentId, IncidentNumber number, long sequence, Instant recordedAt)
            implements TimelineRow {

        @Override
        public RowKey key() {
            return key(incidentId);
        }

        static RowKey key(IncidentId incidentId) {
            return new RowKey(HEAD, incidentId, incidentId.value());
        }
    }

    /** @param sequence of the last event that changed the entry; the entry's own is that of the event which made it */
    record Entry(IncidentId incidentId, long sequence, TimelineEntry entry) implements TimelineRow {

        @Override
        public RowKey key() {
            return new RowKey(ENTRY, incidentId, entry.entryId());
        }
    }

    /**
     * Which entries quote another one, so that it can be redacted in them, too.
     *
     * @param subject the entry that is quoted
     * @param quotedBy the entries that quote it
     */
    record Mention(IncidentId incidentId, long sequence, UUID subject, List<UUID> quotedBy) implements TimelineRow {

        @Override
        public RowKey key() {
            return new RowKey(MENTION, incidentId, subject);
        }
    }
}
