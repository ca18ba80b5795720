package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionEvent.ObjectionRaised;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.EntryEvent.EntryCorrected;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What the rules need to know of an incident, and nothing else: no text of an entry is in it. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncidentState.NotDeclared.class, name = "NOT_DECLARED"),
    @JsonSubTypes.Type(value = IncidentState.Declared.class, name = "DECLARED")
})
sealed interface IncidentState {

    /** The state after an event. */
    IncidentState evolve(IncidentEvent event);

    /** Nothing has been recorded under this id. */
    record NotDeclared() implements IncidentState {

        @Override
        public IncidentState evolve(IncidentEvent event) {
            if (event instanceof IncidentDeclared declared) {
                return Declared.by(declared);
            }
            throw new IllegalStateException("an incident's first event is its declaration, not " + event);
        }
    }

    /** How far the incident has come. */
    enum Phase {
        OPEN,
        MITIGATED,
        RESOLVED,
        CLOSED
    }

    /**
     * @param lastRecordedAt the record time of the last event; the next one is later
     * @param entries every entry, and whether it is struck
     */
    record Declared(
            IncidentId id,
            IncidentNumber number,
            Phase phase,
            Severity severity,
            Instant lastRecordedAt,
            PMap<Role, String> holders,
            PMap<UUID, Boolean> entries,
            PMap<UUID, DecisionState> decisions,
            PMap<UUID, MitigationState> mitigations)
            implements IncidentState {

        @JsonCreator
        static Declared of(
                IncidentId id,
                IncidentNumber number,
                Phase phase,
                Severity severity,
                Instant lastRecordedAt,
                Map<Role, String> holders,
                Map<UUID, Boolean> entries,
                Map<UUID, DecisionState> decisions,
                Map<UUID, MitigationState> mitigations) {
            return new Declared(
                    id,
                    number,
                    phase,
                    severity,
                    lastRecordedAt,
                    HashTreePMap.from(holders),
                    HashTreePMap.from(entries),
                    HashTreePMap.from(decisions),
                    HashTreePMap.from(mitigations));
        }

        static Declared by(IncidentDeclared event) {
            return new Declared(
                    event.incidentId(),
                    event.number(),
                    Phase.OPEN,
                    event.severity(),
                    event.stamp().recordedAt(),
                    HashTreePMap.empty(),
                    HashTreePMap.singleton(event.stamp().id(), false),
                    HashTreePMap.empty(),
                    HashTreePMap.empty());
        }

        @Override
        public Declared evolve(IncidentEvent event) {
            var changed = switch (event) {
                case IncidentDeclared declared -> this;
                case SeverityChanged change -> with(phase, change.to(), holders);
                case IncidentMitigated mitigated -> with(Phase.MITIGATED, severity, holders);
                case IncidentResolved resolved -> with(Phase.RESOLVED, severity, holders);
                case IncidentReopened reopened -> with(Phase.OPEN, severity, holders);
                case IncidentClosed closed -> with(Phase.CLOSED, severity, holders);
                case RoleAssigned assigned -> with(phase, severity, holders.plus(assigned.role(), assigned.holder()));
                case StatusUpdatePublished published -> this;
                case ObservationRecorded observed -> this;
                case DecisionRaised raised -> withDecision(raised.decisionId().value(), DecisionState.raised(raised));
                case OptionProposed proposed ->
                    withDecision(
                            proposed.decisionId().value(),
                            decision(proposed.decisionId().value()).with(proposed.option()));
                case ObjectionRaised objection -> this;
                case DecisionRecorded recorded ->
                    withDecision(recorded.decisionId().value(), DecisionState.recorded(recorded));
                case DecisionSuperseded superseded ->
                    withDecision(
                            superseded.decisionId().value(),
                            decision(superseded.decisionId().value()).supersededBy(superseded.by()));
                case MitigationApplied applied ->
                    withMitigation(applied.mitigationId().value(), MitigationState.of(applied));
                case MitigationEvent other ->
                    withMitigation(
                            other.mitigationId().value(),
                            mitigation(other.mitigationId().value()).after(other));
                case EntryCorrected corrected -> this;
                case EntryStruck struck ->
                    withEntries(entries.plus(struck.entryId().value(), true));
            };
            return changed.after(event);
        }

        private Declared after(IncidentEvent event) {
            var known = event instanceof EntryCorrected || event instanceof EntryStruck
                    ? entries
                    : entries.plus(event.stamp().id(), false);
            return new Declared(
                    id, number, phase, severity, event.stamp().recordedAt(), holders, known, decisions, mitigations);
        }

        private Declared with(Phase newPhase, Severity newSeverity, PMap<Role, String> newHolders) {
            return new Declared(
                    id, number, newPhase, newSeverity, lastRecordedAt, newHolders, entries, decisions, mitigations);
        }

        private Declared withEntries(PMap<UUID, Boolean> newEntries) {
            return new Declared(
                    id, number, phase, severity, lastRecordedAt, holders, newEntries, decisions, mitigations);
        }

        private Declared withDecision(UUID decisionId, DecisionState decision) {
            return new Declared(
                    id,
                    number,
                    phase,
                    severity,
                    lastRecordedAt,
                    holders,
                    entries,
                    decisions.plus(decisionId, decision),
                    mitigations);
        }

        private Declared withMitigation(UUID mitigationId, MitigationState mitigation) {
            return new Declared(
                    id,
                    number,
                    phase,
                    severity,
                    lastRecordedAt,
                    holders,
                    entries,
                    decisions,
                    mitigations.plus(mitigationId, mitigation));
        }

        private DecisionState decision(UUID decisionId) {
            return java.util.Objects.requireNonNull(decisions.get(decisionId), "decision");
        }

        private MitigationState mitigation(UUID mitigationId) {
            return java.util.Objects.requireNonNull(mitigations.get(mitigationId), "mitigation");
        }
    }
}
