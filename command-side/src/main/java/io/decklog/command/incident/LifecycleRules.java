package io.decklog.command.incident;

import static io.decklog.command.incident.IncidentState.Phase.CLOSED;
import static io.decklog.command.incident.IncidentState.Phase.OPEN;
import static io.decklog.command.incident.IncidentState.Phase.RESOLVED;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ReopenIncident;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** open, mitigated, resolved, closed; and back to open from resolved or closed. */
final class LifecycleRules {

    private LifecycleRules() {}

    static List<IncidentEvent> decide(LifecycleCommand command, Stamp stamp, Declared incident) {
        return switch (command) {
            case DeclareIncident c ->
                throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of another incident", "id");
            case ChangeSeverity c -> {
                Rules.refuseClosed(incident);
                yield List.of(new SeverityChanged(c.incidentId(), stamp, incident.severity(), c.to(), c.reason()));
            }
            case MarkMitigated c -> {
                refuseMitigated(incident);
                yield List.of(new IncidentMitigated(c.incidentId(), stamp, c.summary()));
            }
            case ResolveIncident c -> {
                refuseResolved(incident);
                yield List.of(new IncidentResolved(c.incidentId(), stamp, c.summary()));
            }
            case ReopenIncident c -> {
                requireOver(incident);
                yield List.of(new IncidentReopened(c.incidentId(), stamp, c.reason()));
            }
            case CloseIncident c -> {
                requireResolved(incident);
                yield List.of(new IncidentClosed(c.incidentId(), stamp, c.summary()));
            }
        };
    }

    private static void refuseMitigated(Declared incident) {
        refuseResolved(incident);
        if (incident.phase() != OPEN) {
            throw new IncidentRejected(RejectionCode.INCIDENT_ALREADY_MITIGATED, "the incident is mitigated already");
        }
    }

    private static void refuseResolved(Declared incident) {
        Rules.refuseClosed(incident);
        if (incident.phase() == RESOLVED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_ALREADY_RESOLVED, "the incident is resolved already");
        }
    }

    private static void requireOver(Declared incident) {
        if (incident.phase() != RESOLVED && incident.phase() != CLOSED) {
            throw new IncidentRejected(
                    RejectionCode.INCIDENT_NOT_OVER, "only a resolved or closed incident can be reopened");
        }
    }

    private static void requireResolved(Declared incident) {
        Rules.refuseClosed(incident);
        if (incident.phase() != RESOLVED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_NOT_RESOLVED, "only a resolved incident can be closed");
        }
    }
}
