package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand;
import io.decklog.api.incident.DeadlineCommand;
import io.decklog.api.incident.DecisionCommand;
import io.decklog.api.incident.EntryCommand;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand;
import io.decklog.api.incident.LifecycleCommand;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.MitigationCommand;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.ReviewCommand;
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
        if (state instanceof Declared incident) {
            Repetitions.refuse(command, incident);
            return Repetitions.changesNothing(command, incident) ? List.of() : events;
        }
        return events;
    }

    /**
     * Like {@link #decide}, but lets {@link Repetitions} pass.
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
        if (incident.entries().contains(stamp.id())) {
            if (command instanceof DeadlineCommand) {
                return List.of();
            }
            throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of an entry of this incident", "id");
        }
        return switch (command) {
            case LifecycleCommand lifecycle -> LifecycleRules.decide(lifecycle, stamp, incident);
            case CoordinationCommand coordination -> CoordinationRules.decide(coordination, stamp, incident);
            case InvestigationCommand investigation -> InvestigationRules.decide(investigation, stamp, incident);
            case DecisionCommand decision -> DecisionRules.decide(decision, stamp, incident);
            case MitigationCommand mitigation -> MitigationRules.decide(mitigation, stamp, incident);
            case DeadlineCommand deadline -> DeadlineRules.decide(deadline, stamp, incident);
            case EntryCommand entry -> EntryRules.decide(entry, stamp, incident);
            case ReviewCommand review -> ReviewRules.decide(review, stamp, incident);
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
                c.source(),
                c.rehearses());
    }

    /** A record time later than everything the incident has, so that every moment of record time has one answer. */
    private static Stamp after(Instant lastRecordedAt, Stamp stamp) {
        return stamp.recordedAt().isAfter(lastRecordedAt)
                ? stamp
                : stamp.recordedAt(lastRecordedAt.plus(1, ChronoUnit.MICROS));
    }
}
