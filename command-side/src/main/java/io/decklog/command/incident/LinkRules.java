package io.decklog.command.incident;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** An incident is linked to others, to each in the same way once. */
final class LinkRules {

    private LinkRules() {}

    static List<IncidentEvent> decide(LinkIncidents c, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        if (c.other().equals(c.incidentId())) {
            throw new IncidentRejected(
                    RejectionCode.INCIDENT_LINKED_TO_ITSELF, "an incident cannot be linked to itself", "incident");
        }
        requireMitigationWhereItBelongs(c);
        return List.of(
                new IncidentsLinked(c.incidentId(), stamp, c.relation(), c.other(), c.otherNumber(), c.mitigationId()));
    }

    private static void requireMitigationWhereItBelongs(LinkIncidents c) {
        var caused = c.relation() == Relation.CAUSED_BY_MITIGATION;
        if (caused && c.mitigationId() == null) {
            throw new IncidentRejected(
                    RejectionCode.LINK_NEEDS_MITIGATION, "the mitigation that caused it must be named", "mitigationId");
        }
        if (!caused && c.mitigationId() != null) {
            throw new IncidentRejected(
                    RejectionCode.LINK_TAKES_NO_MITIGATION, "only what caused it is a mitigation", "mitigationId");
        }
    }
}
