package io.decklog.query.timeline;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.ReviewEvent;
import java.util.Optional;

/** What was sent, as the event tells it. */
final class EntryDetailsOfEvents {

    private EntryDetailsOfEvents() {}

    /** Empty for what happens to an entry that is there already: that makes no entry of its own. */
    static Optional<EntryDetails> of(IncidentEvent event) {
        return switch (event) {
            case LifecycleEvent e -> Optional.of(lifecycle(e));
            case CoordinationEvent e -> Optional.of(coordination(e));
            case InvestigationEvent e -> Optional.of(investigation(e));
            case DecisionEvent e -> Optional.of(decision(e));
            case MitigationEvent e -> Optional.of(mitigation(e));
            case DeadlineEvent e -> Optional.of(deadline(e));
            case ReviewEvent e -> Optional.of(EntryDetailsOfReviews.of(e));
            case EntryEvent _ -> Optional.empty();
        };
    }

    private static EntryDetails lifecycle(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.IncidentDeclared e ->
                new EntryDetails.Declared(
                        e.number(),
                        e.title(),
                        e.severity(),
                        e.kind(),
                        e.services(),
                        e.summary(),
                        e.startedAt(),
                        e.detectedAt(),
                        e.source());
            case LifecycleEvent.SeverityChanged e -> new EntryDetails.SeverityChange(e.from(), e.to(), e.reason());
            case LifecycleEvent.IncidentMitigated e -> new EntryDetails.Mitigated(e.summary());
            case LifecycleEvent.IncidentResolved e -> new EntryDetails.Resolved(e.summary());
            case LifecycleEvent.IncidentReopened e -> new EntryDetails.Reopened(e.reason());
            case LifecycleEvent.IncidentClosed e -> new EntryDetails.Closed(e.summary());
            case LifecycleEvent.IncidentRetitled e -> new EntryDetails.Retitled(e.title());
            case LifecycleEvent.IncidentCancelled e -> new EntryDetails.Cancelled(e.reason());
            case LifecycleEvent.IncidentsLinked e ->
                new EntryDetails.Linked(e.relation(), e.other(), e.otherNumber(), e.mitigationId());
        };
    }

    private static EntryDetails coordination(CoordinationEvent event) {
        return switch (event) {
            case CoordinationEvent.RoleAssigned e ->
                new EntryDetails.RoleTaken(e.role(), e.holder(), e.previousHolder(), e.handover());
            case CoordinationEvent.StatusUpdatePublished e ->
                new EntryDetails.StatusUpdate(e.audience(), e.message(), e.nextUpdateBy(), e.promisedBy());
            case CoordinationEvent.RoleReleased e -> new EntryDetails.RoleReleased(e.role(), e.holder());
            case CoordinationEvent.TaskDelegated e ->
                new EntryDetails.TaskDelegated(e.taskId(), e.description(), e.assignee(), e.dueAt());
            case CoordinationEvent.TaskReassigned e ->
                new EntryDetails.TaskReassigned(e.taskId(), e.assignee(), e.previousAssignee());
            case CoordinationEvent.TaskCompleted e -> new EntryDetails.TaskCompleted(e.taskId(), e.note());
        };
    }

    private static EntryDetails investigation(InvestigationEvent event) {
        return switch (event) {
            case InvestigationEvent.ObservationRecorded e ->
                new EntryDetails.Observation(e.text(), e.source(), e.evidence());
            case InvestigationEvent.HypothesisProposed e ->
                new EntryDetails.Hypothesis(e.hypothesisId(), e.text(), e.evidence());
            case InvestigationEvent.HypothesisConfirmed e ->
                new EntryDetails.HypothesisConfirmed(e.hypothesisId(), e.reason(), e.evidence());
            case InvestigationEvent.HypothesisRuledOut e ->
                new EntryDetails.HypothesisRuledOut(e.hypothesisId(), e.reason(), e.evidence());
            case InvestigationEvent.ImpactRecorded e ->
                new EntryDetails.Impact(e.service(), e.description(), e.from(), e.to());
        };
    }

    private static EntryDetails decision(DecisionEvent event) {
        return switch (event) {
            case DecisionEvent.DecisionRaised e ->
                new EntryDetails.DecisionRaised(e.decisionId(), e.question(), e.options(), e.evidence(), e.neededBy());
            case DecisionEvent.OptionProposed e ->
                new EntryDetails.OptionProposed(
                        e.decisionId(),
                        e.option().name(),
                        e.option().benefit(),
                        e.option().risk(),
                        e.option().reversibility());
            case DecisionEvent.ObjectionRaised e -> new EntryDetails.Objection(e.decisionId(), e.by(), e.text());
            case DecisionEvent.DecisionRecorded e ->
                new EntryDetails.DecisionTaken(
                        e.decisionId(),
                        e.question(),
                        e.options(),
                        e.choice().chosen(),
                        e.choice().rationale(),
                        e.choice().evidence(),
                        e.choice().decidedBy(),
                        e.choice().participants(),
                        e.choice().expectedOutcome(),
                        e.neededBy());
            case DecisionEvent.DecisionSuperseded e ->
                new EntryDetails.DecisionSuperseded(e.decisionId(), e.by(), e.reason());
        };
    }

    private static EntryDetails mitigation(MitigationEvent event) {
        return switch (event) {
            case MitigationEvent.MitigationApplied e ->
                new EntryDetails.Mitigation(
                        e.mitigationId(),
                        e.description(),
                        e.kind(),
                        e.permanence(),
                        e.decisionId(),
                        e.risk(),
                        e.exitCondition());
            case MitigationEvent.MitigationAssessed e ->
                new EntryDetails.MitigationAssessed(e.mitigationId(), e.effect(), e.evidence());
            case MitigationEvent.MitigationRolledBack e ->
                new EntryDetails.MitigationRolledBack(e.mitigationId(), e.reason());
            case MitigationEvent.PermanentFixPlanned e ->
                new EntryDetails.PermanentFixPlanned(
                        e.mitigationId(), e.owner(), e.dueAt(), e.description(), e.ticket(), e.exitCondition());
            case MitigationEvent.PermanentFixCompleted e ->
                new EntryDetails.PermanentFixCompleted(e.mitigationId(), e.note());
        };
    }

    /** Such an entry occurred at the moment by which something was due. */
    private static EntryDetails deadline(DeadlineEvent event) {
        var due = event.stamp().occurredAt();
        return switch (event) {
            case DeadlineEvent.StatusUpdateMissed e ->
                new EntryDetails.StatusUpdateMissed(e.since(), e.audience(), e.severity(), due);
            case DeadlineEvent.TaskOverdue e -> new EntryDetails.TaskOverdue(e.taskId(), e.assignee(), due);
            case DeadlineEvent.PermanentFixOverdue e ->
                new EntryDetails.PermanentFixOverdue(e.mitigationId(), e.owner(), due);
            case DeadlineEvent.DecisionOverdue e -> new EntryDetails.DecisionOverdue(e.decisionId(), due);
        };
    }
}
