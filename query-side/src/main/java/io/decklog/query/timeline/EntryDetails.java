package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.ObservationSource;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.api.incident.SourceReference;
import io.decklog.api.incident.TaskId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent with an entry, one record for each kind. {@code type} repeats the type of the entry. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        discriminatorProperty = "type",
        oneOf = {
            EntryDetails.Declared.class,
            EntryDetails.SeverityChange.class,
            EntryDetails.Mitigated.class,
            EntryDetails.Resolved.class,
            EntryDetails.Reopened.class,
            EntryDetails.Closed.class,
            EntryDetails.RoleTaken.class,
            EntryDetails.StatusUpdate.class,
            EntryDetails.Observation.class,
            EntryDetails.DecisionRaised.class,
            EntryDetails.OptionProposed.class,
            EntryDetails.Objection.class,
            EntryDetails.DecisionTaken.class,
            EntryDetails.DecisionSuperseded.class,
            EntryDetails.Mitigation.class,
            EntryDetails.MitigationAssessed.class,
            EntryDetails.MitigationRolledBack.class,
            EntryDetails.PermanentFixPlanned.class,
            EntryDetails.PermanentFixCompleted.class,
            EntryDetails.ReviewOpened.class,
            EntryDetails.DecisionJudged.class,
            EntryDetails.ContributingFactor.class,
            EntryDetails.Lesson.class,
            EntryDetails.ActionItem.class,
            EntryDetails.ActionItemCompleted.class,
            EntryDetails.Section.class,
            EntryDetails.PostmortemPublished.class,
            EntryDetails.PostmortemRevised.class,
            EntryDetails.Retitled.class,
            EntryDetails.Cancelled.class,
            EntryDetails.Linked.class,
            EntryDetails.RoleReleased.class,
            EntryDetails.TaskDelegated.class,
            EntryDetails.TaskReassigned.class,
            EntryDetails.TaskCompleted.class,
            EntryDetails.Hypothesis.class,
            EntryDetails.HypothesisConfirmed.class,
            EntryDetails.HypothesisRuledOut.class,
            EntryDetails.Impact.class,
            EntryDetails.StatusUpdateMissed.class,
            EntryDetails.TaskOverdue.class,
            EntryDetails.PermanentFixOverdue.class,
            EntryDetails.DecisionOverdue.class,
            EntryDetails.Redacted.class
        })
public sealed interface EntryDetails {

    @JsonTypeName("declared")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeclaredDetails")
    record Declared(
            IncidentNumber number,
            String title,
            Severity severity,
            IncidentKind kind,
            List<String> services,
            @Nullable String summary,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable SourceReference source)
            implements EntryDetails {}

    @JsonTypeName("severity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SeverityChangeDetails")
    record SeverityChange(Severity from, Severity to, String reason) implements EntryDetails {}

    @JsonTypeName("mitigated")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MitigatedDetails")
    record Mitigated(@Nullable String summary) implements EntryDetails {}

    @JsonTypeName("resolved")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ResolvedDetails")
    record Resolved(@Nullable String summary) implements EntryDetails {}

    @JsonTypeName("reopened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReopenedDetails")
    record Reopened(String reason) implements EntryDetails {}

    @JsonTypeName("closed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClosedDetails")
    record Closed(@Nullable String summary) implements EntryDetails {}

    @JsonTypeName("role")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RoleTakenDetails")
    record RoleTaken(
            Role role,
            String holder,
            @Nullable String previousHolder,
            @Nullable String handover) implements EntryDetails {}

    /** @param promisedBy when this audience had been promised to hear this */
    @JsonTypeName("status-update")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatusUpdateDetails")
    record StatusUpdate(
            String audience,
            String message,
            @Nullable Instant nextUpdateBy,
            @Nullable Instant promisedBy) implements EntryDetails {}

    @JsonTypeName("observation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ObservationDetails")
    record Observation(String text, @Nullable ObservationSource source, List<Evidence> evidence)
            implements EntryDetails {}

    @JsonTypeName("decision-raised")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionRaisedDetails")
    record DecisionRaised(
            DecisionId decisionId,
            String question,
            List<Option> options,
            List<Evidence> evidence,
            @Nullable Instant neededBy)
            implements EntryDetails {}

    @JsonTypeName("option")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OptionProposedDetails")
    record OptionProposed(
            DecisionId decisionId,
            String name,
            @Nullable String benefit,
            @Nullable String risk,
            @Nullable Reversibility reversibility)
            implements EntryDetails {}

    @JsonTypeName("objection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ObjectionDetails")
    record Objection(DecisionId decisionId, String by, String text) implements EntryDetails {}

    @JsonTypeName("decision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionTakenDetails")
    record DecisionTaken(
            DecisionId decisionId,
            String question,
            List<Option> options,
            String chosen,
            String rationale,
            List<Evidence> evidence,
            String decidedBy,
            List<String> participants,
            @Nullable String expectedOutcome,
            @Nullable Instant neededBy)
            implements EntryDetails {}

    @JsonTypeName("decision-superseded")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionSupersededDetails")
    record DecisionSuperseded(DecisionId decisionId, DecisionId by, String reason) implements EntryDetails {}

    @JsonTypeName("mitigation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MitigationDetails")
    record Mitigation(
            MitigationId mitigationId,
            String description,
            MitigationKind kind,
            Permanence permanence,
            @Nullable DecisionId decisionId,
            @Nullable String risk,
            @Nullable String exitCondition)
            implements EntryDetails {}

    @JsonTypeName("mitigation-assessed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MitigationAssessedDetails")
    record MitigationAssessed(MitigationId mitigationId, MitigationEffect effect, List<Evidence> evidence)
            implements EntryDetails {}

    @JsonTypeName("mitigation-rolled-back")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MitigationRolledBackDetails")
    record MitigationRolledBack(MitigationId mitigationId, String reason) implements EntryDetails {}

    @JsonTypeName("permanent-fix-planned")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PermanentFixPlannedDetails")
    record PermanentFixPlanned(
            MitigationId mitigationId,
            String owner,
            Instant dueAt,
            String description,
            @Nullable String ticket,
            @Nullable String exitCondition)
            implements EntryDetails {}

    @JsonTypeName("permanent-fix-completed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PermanentFixCompletedDetails")
    record PermanentFixCompleted(
            MitigationId mitigationId, @Nullable String note) implements EntryDetails {}

    @JsonTypeName("review-opened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReviewOpenedDetails")
    record ReviewOpened(String facilitator) implements EntryDetails {}

    @JsonTypeName("decision-judged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionJudgedDetails")
    record DecisionJudged(DecisionId decisionId, Soundness soundness, Outcome outcome, String reasoning)
            implements EntryDetails {}

    @JsonTypeName("contributing-factor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContributingFactorDetails")
    record ContributingFactor(String text) implements EntryDetails {}

    @JsonTypeName("lesson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LessonDetails")
    record Lesson(String text) implements EntryDetails {}

    @JsonTypeName("action-item")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActionItemDetails")
    record ActionItem(
            ActionItemId actionItemId,
            String description,
            String owner,
            @Nullable Instant dueAt,
            @Nullable String ticket)
            implements EntryDetails {}

    @JsonTypeName("action-item-completed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActionItemCompletedDetails")
    record ActionItemCompleted(
            ActionItemId actionItemId, @Nullable String note) implements EntryDetails {}

    @JsonTypeName("section")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SectionDetails")
    record Section(SectionName section, String markdown) implements EntryDetails {}

    /** The text itself is read at {@code /postmortem/versions/{n}}. */
    @JsonTypeName("postmortem-published")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PostmortemPublishedDetails")
    record PostmortemPublished(int version, String sha256, long derivedFromSequence, long derivedFromPosition)
            implements EntryDetails {}

    @JsonTypeName("postmortem-revised")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PostmortemRevisedDetails")
    record PostmortemRevised(String reason) implements EntryDetails {}

    @JsonTypeName("retitled")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RetitledDetails")
    record Retitled(String title) implements EntryDetails {}

    @JsonTypeName("cancelled")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CancelledDetails")
    record Cancelled(String reason) implements EntryDetails {}

    @JsonTypeName("link")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LinkedDetails")
    record Linked(
            Relation relation,
            IncidentId incidentId,
            IncidentNumber number,
            @Nullable MitigationId mitigationId) implements EntryDetails {}

    @JsonTypeName("role-released")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RoleReleasedDetails")
    record RoleReleased(Role role, String holder) implements EntryDetails {}

    @JsonTypeName("task")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskDelegatedDetails")
    record TaskDelegated(
            TaskId taskId,
            String description,
            String assignee,
            @Nullable Instant dueAt) implements EntryDetails {}

    @JsonTypeName("task-reassigned")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskReassignedDetails")
    record TaskReassigned(TaskId taskId, String assignee, String previousAssignee) implements EntryDetails {}

    @JsonTypeName("task-completed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskCompletedDetails")
    record TaskCompleted(TaskId taskId, @Nullable String note) implements EntryDetails {}

    @JsonTypeName("hypothesis")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HypothesisDetails")
    record Hypothesis(HypothesisId hypothesisId, String text, List<Evidence> evidence) implements EntryDetails {}

    @JsonTypeName("hypothesis-confirmed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HypothesisConfirmedDetails")
    record HypothesisConfirmed(HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements EntryDetails {}

    @JsonTypeName("hypothesis-ruled-out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HypothesisRuledOutDetails")
    record HypothesisRuledOut(HypothesisId hypothesisId, String reason, List<Evidence> evidence)
            implements EntryDetails {}

    @JsonTypeName("impact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImpactDetails")
    record Impact(
            String service,
            String description,
            Instant from,
            @Nullable Instant to) implements EntryDetails {}

    /**
     * @param since the entry the wait began with
     * @param audience whom it was promised to; absent where it was due by the severity
     */
    @JsonTypeName("status-update-missed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatusUpdateMissedDetails")
    record StatusUpdateMissed(EntryId since, @Nullable String audience, Severity severity, Instant dueAt)
            implements EntryDetails {}

    @JsonTypeName("task-overdue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskOverdueDetails")
    record TaskOverdue(TaskId taskId, String assignee, Instant dueAt) implements EntryDetails {}

    @JsonTypeName("permanent-fix-overdue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PermanentFixOverdueDetails")
    record PermanentFixOverdue(MitigationId mitigationId, String owner, Instant dueAt) implements EntryDetails {}

    @JsonTypeName("decision-overdue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionOverdueDetails")
    record DecisionOverdue(DecisionId decisionId, Instant neededBy) implements EntryDetails {}

    /** What was sent with a redacted entry is gone; the entry itself keeps its type. */
    @JsonTypeName("redacted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RedactedDetails")
    record Redacted() implements EntryDetails {}
}
