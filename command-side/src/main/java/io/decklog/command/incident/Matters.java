package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.RoleReleased;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.CoordinationEvent.TaskCompleted;
import io.decklog.api.incident.CoordinationEvent.TaskDelegated;
import io.decklog.api.incident.CoordinationEvent.TaskReassigned;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionEvent.ObjectionRaised;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.InvestigationEvent.HypothesisConfirmed;
import io.decklog.api.incident.InvestigationEvent.HypothesisProposed;
import io.decklog.api.incident.InvestigationEvent.HypothesisRuledOut;
import io.decklog.api.incident.InvestigationEvent.ImpactRecorded;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.ReviewEvent;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What the entries of an incident brought into being, each by its id.
 *
 * @param links by the entry that made them; those that are struck are not among them
 */
record Matters(
        PMap<UUID, DecisionState> decisions,
        PMap<UUID, MitigationState> mitigations,
        PMap<UUID, HypothesisState> hypotheses,
        PMap<UUID, TaskState> tasks,
        PMap<UUID, LinkState> links) {

    static final Matters NONE = new Matters(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    @JsonCreator
    static Matters of(
            Map<UUID, DecisionState> decisions,
            Map<UUID, MitigationState> mitigations,
            Map<UUID, HypothesisState> hypotheses,
            Map<UUID, TaskState> tasks,
            Map<UUID, LinkState> links) {
        return new Matters(
                HashTreePMap.from(decisions),
                HashTreePMap.from(mitigations),
                HashTreePMap.from(hypotheses),
                HashTreePMap.from(tasks),
                HashTreePMap.from(links));
    }

    Matters after(IncidentEvent event) {
        return switch (event) {
            case DecisionEvent e -> decided(after(e));
            case MitigationEvent e -> new Matters(decisions, after(e), hypotheses, tasks, links);
            case InvestigationEvent e -> new Matters(decisions, mitigations, after(e), tasks, links);
            case CoordinationEvent e -> new Matters(decisions, mitigations, hypotheses, after(e), links);
            case IncidentsLinked e -> linked(links.plus(e.stamp().id(), LinkState.by(e)));
            case EntryStruck e -> linked(links.minus(e.entryId().value()));
            case EntryRedacted e -> decided(without(e.entryId().value()));
            case LifecycleEvent _, DeadlineEvent _, EntryEvent _, ReviewEvent _ -> this;
        };
    }

    private PMap<UUID, DecisionState> after(DecisionEvent event) {
        var id = event.decisionId().value();
        return switch (event) {
            case DecisionRaised e -> decisions.plus(id, DecisionState.raised(e));
            case OptionProposed e -> changed(decisions, id, decision -> decision.with(e));
            case ObjectionRaised _ -> decisions;
            case DecisionRecorded e -> decisions.plus(id, DecisionState.recorded(e));
            case DecisionSuperseded e -> changed(decisions, id, decision -> decision.supersededBy(e.by()));
        };
    }

    private PMap<UUID, DecisionState> without(UUID entry) {
        return decisions.entrySet().stream()
                .filter(decision -> decision.getValue().speaksFrom(entry))
                .reduce(
                        decisions,
                        (all, decision) ->
                                all.plus(decision.getKey(), decision.getValue().redacted(entry)),
                        (_, later) -> later);
    }

    private PMap<UUID, MitigationState> after(MitigationEvent event) {
        var id = event.mitigationId().value();
        return event instanceof MitigationApplied applied
                ? mitigations.plus(id, MitigationState.of(applied))
                : changed(mitigations, id, mitigation -> mitigation.after(event));
    }

    private PMap<UUID, HypothesisState> after(InvestigationEvent event) {
        return switch (event) {
            case HypothesisProposed e -> hypotheses.plus(e.hypothesisId().value(), HypothesisState.PROPOSED);
            case HypothesisConfirmed e -> hypotheses.plus(e.hypothesisId().value(), HypothesisState.CONFIRMED);
            case HypothesisRuledOut e -> hypotheses.plus(e.hypothesisId().value(), HypothesisState.RULED_OUT);
            case ObservationRecorded _, ImpactRecorded _ -> hypotheses;
        };
    }

    private PMap<UUID, TaskState> after(CoordinationEvent event) {
        return switch (event) {
            case TaskDelegated e -> tasks.plus(e.taskId().value(), new TaskState(e.assignee(), false));
            case TaskReassigned e -> tasks.plus(e.taskId().value(), new TaskState(e.assignee(), false));
            case TaskCompleted e -> changed(tasks, e.taskId().value(), task -> new TaskState(task.assignee(), true));
            case RoleAssigned _, RoleReleased _, StatusUpdatePublished _ -> tasks;
        };
    }

    private Matters decided(PMap<UUID, DecisionState> next) {
        return new Matters(next, mitigations, hypotheses, tasks, links);
    }

    private Matters linked(PMap<UUID, LinkState> next) {
        return new Matters(decisions, mitigations, hypotheses, tasks, next);
    }

    private static <T> PMap<UUID, T> changed(PMap<UUID, T> all, UUID id, UnaryOperator<T> change) {
        return all.plus(id, change.apply(Objects.requireNonNull(all.get(id))));
    }
}
