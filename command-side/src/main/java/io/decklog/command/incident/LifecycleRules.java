package io.decklog.command.incident;

import static io.decklog.command.incident.IncidentState.Phase.CANCELLED;
import static io.decklog.command.incident.IncidentState.Phase.CLOSED;
import static io.decklog.command.incident.IncidentState.Phase.RESOLVED;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand;
import io.decklog.api.incident.LifecycleCommand.CancelIncident;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ReopenIncident;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.LifecycleCommand.RetitleIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentCancelled;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.IncidentRetitled;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** open, mitigated, resolved, closed; back to open from resolved or closed; cancelled from open or mitigated. */
final class LifecycleRules {

    private LifecycleRules() {}

    static List<IncidentEvent> decide(LifecycleCommand command, Stamp stamp, Declared incident) {
        return switch (command) {
            case DeclareIncident c ->
                throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of another incident", "id");
            case ChangeSeverity c -> {
                Rules.refuseEnded(incident);
                yield List.of(new SeverityChanged(c.incidentId(), stamp, incident.severity(), c.to(), c.reason()));
            }
            case RetitleIncident c -> {
                Rules.refuseEnded(incident);
                yield List.of(new IncidentRetitled(c.incidentId(), stamp, c.title()));
            }
            case LinkIncidents c -> LinkRules.decide(c, stamp, incident);
            case MarkMitigated c -> {
                Rules.refuseEnded(incident);
                yield List.of(new IncidentMitigated(c.incidentId(), stamp, c.summary()));
            }
            case ResolveIncident c -> {
                Rules.refuseEnded(incident);
                yield List.of(new IncidentResolved(c.incidentId(), stamp, c.summary()));
            }
            case ReopenIncident c -> {
                requireOver(incident);
                yield List.of(new IncidentReopened(c.incidentId(), stamp, c.reason()));
            }
            case CancelIncident c -> {
                requireOpen(incident);
                yield List.of(new IncidentCancelled(c.incidentId(), stamp, c.reason()));
            }
            case CloseIncident c -> {
                requireResolved(incident);
                yield List.of(new IncidentClosed(c.incidentId(), stamp, c.summary()));
            }
        };
    }

    private static void requireOpen(Declared incident) {
        Rules.refuseEnded(incident);
        if (incident.phase() == RESOLVED) {
            throw new IncidentRejected(
                    RejectionCode.INCIDENT_NOT_OPEN, "only an open or mitigated incident can be cancelled");
        }
    }

    private static void requireOver(Declared incident) {
        if (incident.phase() == CANCELLED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_CANCELLED, "a cancelled incident cannot be reopened");
        }
        if (incident.phase() != RESOLVED && incident.phase() != CLOSED) {
            throw new IncidentRejected(
                    RejectionCode.INCIDENT_NOT_OVER, "only a resolved or closed incident can be reopened");
        }
    }

    private static void requireResolved(Declared incident) {
        Rules.refuseEnded(incident);
        if (incident.phase() != RESOLVED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_NOT_RESOLVED, "only a resolved incident can be closed");
        }
    }
}
