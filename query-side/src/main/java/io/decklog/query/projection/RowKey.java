package io.decklog.query.projection;

import io.decklog.api.incident.IncidentId;
import java.util.UUID;

/**
 * Finds one row of a projection. Ids that callers choose are unique within their incident only, so the incident is part
 * of every key.
 *
 * @param kind which of the projection's kinds of rows
 * @param incidentId the incident the row belongs to
 * @param id the row among those of its kind and incident
 */
public record RowKey(String kind, IncidentId incidentId, UUID id) {}
