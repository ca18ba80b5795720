package io.decklog.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Severity;
import io.decklog.query.incident.IncidentState;
import io.decklog.query.incident.ProjectedIncidents.Projected;
import io.decklog.query.timeline.EntryType;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident or an entry that was found.
 *
 * @param title of the incident
 * @param severity of the incident, as it stands
 * @param entryId the entry; absent if it is an incident
 * @param type the kind of entry
 * @param occurredAt when it happened, or was declared
 * @param by who made the entry, or declared the incident
 * @param highlight the fragments that were found, as HTML: everything is escaped, and each word that was found stands in
 *     {@code <mark>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Found(
        SearchFilter.Kind kind,
        IncidentId incidentId,
        IncidentNumber number,
        String title,
        Severity severity,
        IncidentState state,
        List<String> services,
        @Nullable UUID entryId,
        @Nullable EntryType type,
        Instant occurredAt,
        Instant recordedAt,
        String by,
        String highlight) {

    static Found incident(Projected incident, String highlight) {
        var line = incident.line();
        return new Found(
                SearchFilter.Kind.INCIDENT,
                line.id(),
                line.number(),
                line.title(),
                line.severity(),
                line.state(),
                line.services(),
                null,
                null,
                line.declaredAt(),
                line.recordedAt(),
                incident.declaredBy(),
                highlight);
    }

    static Found entry(Projected incident, TimelineEntry entry, String highlight) {
        var line = incident.line();
        return new Found(
                SearchFilter.Kind.ENTRY,
                line.id(),
                line.number(),
                line.title(),
                line.severity(),
                line.state(),
                line.services(),
                entry.entryId(),
                entry.type(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.onBehalfOf() == null ? entry.by() : entry.onBehalfOf(),
                highlight);
    }
}
