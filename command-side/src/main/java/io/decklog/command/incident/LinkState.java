package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Relation;
import org.jspecify.annotations.Nullable;

/** A link to another incident, so that the same one is not recorded twice. */
record LinkState(
        Relation relation, IncidentId other, @Nullable MitigationId mitigationId) {

    static LinkState by(IncidentsLinked event) {
        return new LinkState(event.relation(), event.other(), event.mitigationId());
    }
}
