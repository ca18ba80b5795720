package io.decklog.query.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.timeline.TimelineEntry;

/** An entry in the stream of all incidents, for the description of the interface. {@link Change} writes it. */
record EntryOfIncident(
        IncidentId incidentId,
        IncidentNumber number,
        @JsonUnwrapped TimelineEntry entry) {}
