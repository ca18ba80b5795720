package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.ReassignTask;
import io.decklog.api.incident.EntryCommand.PinEntry;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.LifecycleCommand.RetitleIncident;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.incident.IncidentState.Phase;
import java.util.Objects;

/**
 * Commands that ask for what already is. During an incident they are a mistake or change nothing; an import records them,
 * because that something was said twice is part of the record it brings.
 */
final class Repetitions {

    private Repetitions() {}

    /** @throws IncidentRejected if the incident has come as far already */
    static void refuse(IncidentCommand command, Declared incident) {
        if (!(command instanceof MarkMitigated || command instanceof ResolveIncident)) {
            return;
        }
        if (incident.phase() == Phase.RESOLVED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_ALREADY_RESOLVED, "the incident is resolved already");
        }
        if (command instanceof MarkMitigated && incident.phase() == Phase.MITIGATED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_ALREADY_MITIGATED, "the incident is mitigated already");
        }
    }

    static boolean changesNothing(IncidentCommand command, Declared incident) {
        return switch (command) {
            case ChangeSeverity c -> c.to() == incident.severity();
            case RetitleIncident c ->
                c.title().equals(incident.standing().title().text());
            case LinkIncidents c ->
                incident.matters().links().containsValue(new LinkState(c.relation(), c.other(), c.mitigationId()));
            case AssignRole c -> c.handover() == null && c.holder().equals(incident.holder(c.role()));
            case ReassignTask c ->
                c.assignee()
                        .equals(Objects.requireNonNull(incident.matters()
                                        .tasks()
                                        .get(c.taskId().value()))
                                .assignee());
            case PinEntry c ->
                Objects.requireNonNull(incident.entries().find(c.entryId())).pinned();
            case IncidentCommand other -> false;
        };
    }
}
