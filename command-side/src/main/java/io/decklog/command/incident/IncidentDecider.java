package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand;
import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.PublishStatusUpdate;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.DecisionCommand;
import io.decklog.api.incident.EntryCommand;
import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryEvent.EntryCorrected;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.LifecycleCommand;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.MitigationCommand;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.incident.IncidentState.NotDeclared;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What follows from a command, by the rules of an incident. Pure: the same command on the same state, the same events. */
final class IncidentDecider {

    private IncidentDecider() {}

    /**
     * @return the events to record; none where what is asked for already is
     * @throws IncidentRejected if a rule forbids it
     */
    static List<IncidentEvent> decide(IncidentCommand command, IncidentState state) {
        var events = record(command, state);
        return state instanceof Declared incident && isAlready(command, incident) ? List.of() : events;
    }

    private static boolean isAlready(IncidentCommand command, Declared incident) {
        return switch (command) {
            case ChangeSeverity c -> c.to() == incident.severity();
            case AssignRole c ->
                c.handover() == null && c.holder().equals(incident.holders().get(c.role()));
            case IncidentCommand other -> false;
        };
    }

    /**
     * Like {@link #decide}, but records also what already is: that it was said is part of what an import brings.
     *
     * @throws IncidentRejected if a rule forbids it
     */
    static List<IncidentEvent> record(IncidentCommand command, IncidentState state) {
        return switch (state) {
            case NotDeclared none ->
                switch (command) {
                    case DeclareIncident declare -> List.of(declared(declare));
                    case IncidentCommand other ->
                        throw new IncidentRejected(
                                RejectionCode.UNKNOWN_INCIDENT, "there is no incident " + other.incidentId());
                };
            case Declared incident -> record(command, incident);
        };
    }

    private static List<IncidentEvent> record(IncidentCommand command, Declared incident) {
        var stamp = after(incident.lastRecordedAt(), command.stamp());
        if (incident.entries().containsKey(stamp.id())) {
            throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of an entry of this incident", "id");
        }
        return switch (command) {
            case LifecycleCommand lifecycle -> LifecycleRules.decide(lifecycle, stamp, incident);
            case CoordinationCommand coordination -> coordinate(coordination, stamp, incident);
            case InvestigationCommand investigation -> investigate(investigation, stamp, incident);
            case DecisionCommand decision -> DecisionRules.decide(decision, stamp, incident);
            case MitigationCommand mitigation -> MitigationRules.decide(mitigation, stamp, incident);
            case EntryCommand entry -> amend(entry, stamp, incident);
        };
    }

    private static IncidentDeclared declared(DeclareIncident c) {
        return new IncidentDeclared(
                c.incidentId(),
                c.stamp(),
                Objects.requireNonNull(c.number(), "number"),
                c.title(),
                c.severity(),
                c.kind(),
                c.services(),
                c.summary(),
                c.startedAt(),
                c.detectedAt(),
                c.source());
    }

    private static List<IncidentEvent> coordinate(CoordinationCommand command, Stamp stamp, Declared incident) {
        Rules.refuseClosed(incident);
        return switch (command) {
            case AssignRole c ->
                List.of(new RoleAssigned(
                        c.incidentId(),
                        stamp,
                        c.role(),
                        c.holder(),
                        incident.holders().get(c.role()),
                        c.handover()));
            case PublishStatusUpdate c ->
                List.of(new StatusUpdatePublished(c.incidentId(), stamp, c.audience(), c.message(), c.nextUpdateBy()));
        };
    }

    private static List<IncidentEvent> investigate(InvestigationCommand command, Stamp stamp, Declared incident) {
        Rules.refuseClosed(incident);
        return switch (command) {
            case RecordObservation c -> {
                Rules.requireEvidence(c.evidence(), incident);
                yield List.of(new ObservationRecorded(c.incidentId(), stamp, c.text(), c.source(), c.evidence()));
            }
        };
    }

    private static List<IncidentEvent> amend(EntryCommand command, Stamp stamp, Declared incident) {
        var struck = incident.entries().get(command.entryId().value());
        if (struck == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_ENTRY, "there is no entry " + command.entryId());
        }
        if (struck) {
            throw new IncidentRejected(RejectionCode.ENTRY_STRUCK, "the entry is struck");
        }
        return switch (command) {
            case CorrectEntry c ->
                List.of(new EntryCorrected(c.incidentId(), stamp, c.entryId(), c.text(), c.reason()));
            case StrikeEntry c -> List.of(new EntryStruck(c.incidentId(), stamp, c.entryId(), c.reason()));
        };
    }

    /** A record time later than everything the incident has, so that every moment of record time has one answer. */
    private static Stamp after(Instant lastRecordedAt, Stamp stamp) {
        return stamp.recordedAt().isAfter(lastRecordedAt)
                ? stamp
                : stamp.recordedAt(lastRecordedAt.plus(1, ChronoUnit.MICROS));
    }
}
