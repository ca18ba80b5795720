package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of entries, under the names of the REST contract: {@code status-update} for {@link #STATUS_UPDATE}. */
public enum EntryType {
    DECLARED,
    OBSERVATION,
    HYPOTHESIS,
    HYPOTHESIS_CONFIRMED,
    HYPOTHESIS_RULED_OUT,
    DECISION_RAISED,
    OPTION,
    OBJECTION,
    DECISION,
    DECISION_SUPERSEDED,
    DECISION_OVERDUE,
    MITIGATION,
    MITIGATION_ASSESSED,
    MITIGATION_ROLLED_BACK,
    PERMANENT_FIX_PLANNED,
    PERMANENT_FIX_COMPLETED,
    PERMANENT_FIX_OVERDUE,
    ROLE,
    ROLE_RELEASED,
    TASK,
    TASK_REASSIGNED,
    TASK_COMPLETED,
    TASK_OVERDUE,
    STATUS_UPDATE,
    STATUS_UPDATE_MISSED,
    SEVERITY,
    RETITLED,
    IMPACT,
    LINK,
    MITIGATED,
    RESOLVED,
    REOPENED,
    CANCELLED,
    CLOSED,
    REVIEW_OPENED,
    DECISION_JUDGED,
    CONTRIBUTING_FACTOR,
    LESSON,
    ACTION_ITEM,
    ACTION_ITEM_COMPLETED,
    SECTION,
    POSTMORTEM_PUBLISHED,
    POSTMORTEM_REVISED;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The kind of that name; empty if there is none. */
    public static Optional<EntryType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** The kind of entry that was sent with such details. */
    static EntryType of(EntryDetails details) {
        return switch (details) {
            case EntryDetails.Declared _ -> DECLARED;
            case EntryDetails.SeverityChange _ -> SEVERITY;
            case EntryDetails.Mitigated _ -> MITIGATED;
            case EntryDetails.Resolved _ -> RESOLVED;
            case EntryDetails.Reopened _ -> REOPENED;
            case EntryDetails.Closed _ -> CLOSED;
            case EntryDetails.RoleTaken _ -> ROLE;
            case EntryDetails.StatusUpdate _ -> STATUS_UPDATE;
            case EntryDetails.Observation _ -> OBSERVATION;
            case EntryDetails.DecisionRaised _ -> DECISION_RAISED;
            case EntryDetails.OptionProposed _ -> OPTION;
            case EntryDetails.Objection _ -> OBJECTION;
            case EntryDetails.DecisionTaken _ -> DECISION;
            case EntryDetails.DecisionSuperseded _ -> DECISION_SUPERSEDED;
            case EntryDetails.Mitigation _ -> MITIGATION;
            case EntryDetails.MitigationAssessed _ -> MITIGATION_ASSESSED;
            case EntryDetails.MitigationRolledBack _ -> MITIGATION_ROLLED_BACK;
            case EntryDetails.PermanentFixPlanned _ -> PERMANENT_FIX_PLANNED;
            case EntryDetails.PermanentFixCompleted _ -> PERMANENT_FIX_COMPLETED;
            case EntryDetails.ReviewOpened _ -> REVIEW_OPENED;
            case EntryDetails.DecisionJudged _ -> DECISION_JUDGED;
            case EntryDetails.ContributingFactor _ -> CONTRIBUTING_FACTOR;
            case EntryDetails.Lesson _ -> LESSON;
            case EntryDetails.ActionItem _ -> ACTION_ITEM;
            case EntryDetails.ActionItemCompleted _ -> ACTION_ITEM_COMPLETED;
            case EntryDetails.Section _ -> SECTION;
            case EntryDetails.PostmortemPublished _ -> POSTMORTEM_PUBLISHED;
            case EntryDetails.PostmortemRevised _ -> POSTMORTEM_REVISED;
            case EntryDetails.Retitled _ -> RETITLED;
            case EntryDetails.Cancelled _ -> CANCELLED;
            case EntryDetails.Linked _ -> LINK;
            case EntryDetails.RoleReleased _ -> ROLE_RELEASED;
            case EntryDetails.TaskDelegated _ -> TASK;
            case EntryDetails.TaskReassigned _ -> TASK_REASSIGNED;
            case EntryDetails.TaskCompleted _ -> TASK_COMPLETED;
            case EntryDetails.Hypothesis _ -> HYPOTHESIS;
            case EntryDetails.HypothesisConfirmed _ -> HYPOTHESIS_CONFIRMED;
            case EntryDetails.HypothesisRuledOut _ -> HYPOTHESIS_RULED_OUT;
            case EntryDetails.Impact _ -> IMPACT;
            case EntryDetails.StatusUpdateMissed _ -> STATUS_UPDATE_MISSED;
            case EntryDetails.TaskOverdue _ -> TASK_OVERDUE;
            case EntryDetails.PermanentFixOverdue _ -> PERMANENT_FIX_OVERDUE;
            case EntryDetails.DecisionOverdue _ -> DECISION_OVERDUE;
            case EntryDetails.Redacted _ ->
                throw new IllegalArgumentException("a redacted entry keeps the type it had");
        };
    }
}
