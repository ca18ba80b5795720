package io.decklog.command.incident;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import io.decklog.command.incident.CoordinationRequests.ReassignmentBody;
import io.decklog.command.incident.CoordinationRequests.RoleBody;
import io.decklog.command.incident.CoordinationRequests.StatusUpdateBody;
import io.decklog.command.incident.CoordinationRequests.TaskBody;
import io.decklog.command.incident.CoordinationRequests.TaskCompletionBody;
import io.decklog.command.incident.DecisionRequests.ChoiceBody;
import io.decklog.command.incident.DecisionRequests.DecisionBody;
import io.decklog.command.incident.DecisionRequests.ObjectionBody;
import io.decklog.command.incident.DecisionRequests.ProposalBody;
import io.decklog.command.incident.DecisionRequests.SupersessionBody;
import io.decklog.command.incident.InvestigationRequests.ConfirmationBody;
import io.decklog.command.incident.InvestigationRequests.HypothesisBody;
import io.decklog.command.incident.InvestigationRequests.ImpactBody;
import io.decklog.command.incident.InvestigationRequests.ObservationBody;
import io.decklog.command.incident.InvestigationRequests.RulingOutBody;
import io.decklog.command.incident.LifecycleRequests.CancellationBody;
import io.decklog.command.incident.LifecycleRequests.ClosureBody;
import io.decklog.command.incident.LifecycleRequests.MitigatedBody;
import io.decklog.command.incident.LifecycleRequests.PastResolutionBody;
import io.decklog.command.incident.LifecycleRequests.ReopeningBody;
import io.decklog.command.incident.LifecycleRequests.SeverityBody;
import io.decklog.command.incident.LifecycleRequests.TitleBody;
import io.decklog.command.incident.MitigationRequests.AssessmentBody;
import io.decklog.command.incident.MitigationRequests.CompletionBody;
import io.decklog.command.incident.MitigationRequests.MitigationBody;
import io.decklog.command.incident.MitigationRequests.PermanentFixBody;
import io.decklog.command.incident.MitigationRequests.RollbackBody;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of entry an import can bring: the timeline's name of each, the REST call whose fields it has, and the field
 * that stands for the id in the path of that call.
 *
 * @param <T> the id of what the call is on
 */
record ImportedKind<T>(
        String type,
        Class<? extends EntryRequest> body,
        @Nullable String targetField,
        @Nullable Function<String, T> target) {

    private static final Map<String, ImportedKind<?>> ALL = Arrays.asList(
                    of("observation", ObservationBody.class),
                    of("hypothesis", HypothesisBody.class),
                    onHypothesis("hypothesis-confirmed", ConfirmationBody.class),
                    onHypothesis("hypothesis-ruled-out", RulingOutBody.class),
                    of("impact", ImpactBody.class),
                    of("task", TaskBody.class),
                    onTask("task-reassigned", ReassignmentBody.class),
                    onTask("task-completed", TaskCompletionBody.class),
                    of("status-update", StatusUpdateBody.class),
                    of("role", RoleBody.class),
                    of("severity", SeverityBody.class),
                    of("mitigated", MitigatedBody.class),
                    of("resolved", PastResolutionBody.class),
                    of("reopened", ReopeningBody.class),
                    of("cancelled", CancellationBody.class),
                    of("closed", ClosureBody.class),
                    of("retitled", TitleBody.class),
                    of("decision-raised", DecisionBody.class),
                    of("decision", DecisionBody.class),
                    onDecision("option", ProposalBody.class),
                    onDecision("objection", ObjectionBody.class),
                    onDecision("decision-superseded", SupersessionBody.class),
                    of("mitigation", MitigationBody.class),
                    onMitigation("mitigation-assessed", AssessmentBody.class),
                    onMitigation("mitigation-rolled-back", RollbackBody.class),
                    onMitigation("permanent-fix-planned", PermanentFixBody.class),
                    onMitigation("permanent-fix-completed", CompletionBody.class))
            .stream()
            .collect(Collectors.toUnmodifiableMap(ImportedKind::type, Function.identity()));

    /** A decision that was raised before and is taken by this entry; told by its {@code decisionId}. */
    private static final ImportedKind<DecisionId> CHOICE = onDecision("decision", ChoiceBody.class);

    /** Null if there is no such kind. */
    static @Nullable ImportedKind<?> of(ObjectNode entry) {
        var type = entry.path("type").asString("");
        return CHOICE.type().equals(type) && entry.has("decisionId") ? CHOICE : ALL.get(type);
    }

    /** Whether a text can be the id of what it is on. */
    boolean isTarget(String targetId) {
        try {
            return target != null && target.apply(targetId) != null;
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    /**
     * @param targetId as it stood in the entry
     * @throws IllegalArgumentException if it is no id
     */
    IncidentCommand command(EntryRequest request, IncidentId incident, String targetId, Stamp stamp) {
        if (target == null) {
            return ((IncidentRequest) request).toCommand(incident, stamp);
        }
        @SuppressWarnings("unchecked") // the class of the body was paired with that of its target above
        var targeted = (TargetedRequest<T>) request;
        return targeted.toCommand(incident, target.apply(targetId), stamp);
    }

    private static ImportedKind<Void> of(String type, Class<? extends IncidentRequest> body) {
        return new ImportedKind<>(type, body, null, null);
    }

    private static ImportedKind<DecisionId> onDecision(String type, Class<? extends TargetedRequest<DecisionId>> body) {
        return new ImportedKind<>(type, body, "decisionId", DecisionId::valueOf);
    }

    private static ImportedKind<MitigationId> onMitigation(
            String type, Class<? extends TargetedRequest<MitigationId>> body) {
        return new ImportedKind<>(type, body, "mitigationId", MitigationId::valueOf);
    }

    private static ImportedKind<HypothesisId> onHypothesis(
            String type, Class<? extends TargetedRequest<HypothesisId>> body) {
        return new ImportedKind<>(type, body, "hypothesisId", HypothesisId::valueOf);
    }

    private static ImportedKind<TaskId> onTask(String type, Class<? extends TargetedRequest<TaskId>> body) {
        return new ImportedKind<>(type, body, "taskId", TaskId::valueOf);
    }
}
