package io.decklog.query.postmortem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.TaskId;
import io.decklog.query.decision.Decision;
import io.decklog.query.incident.Incident;
import io.decklog.query.metrics.Measure;
import io.decklog.query.review.Review;
import io.decklog.query.stopgap.StopgapState;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a postmortem, derived from the log of its incident and nothing else: the same log gives the same draft.
 *
 * @param derivedFrom which log, how far, by which version of this derivation
 * @param incident the incident as it stands
 * @param milestones when it began, was noticed, declared, mitigated, resolved, closed; what is not known is left out
 * @param metrics how long things took, and why where that cannot be said
 * @param roles who held which role since when
 * @param impacts what users suffered
 * @param keyMoments the entries one has to know to follow the story
 * @param hypotheses what was thought to be the cause, and what became of it
 * @param decisions every decision, also those that are still open
 * @param mitigations what was done, and the debt it left
 * @param statusUpdates what was told to whom, and where somebody waited in vain
 * @param openTasks those that are not completed
 * @param stillOpen what nobody has taken care of yet, one sentence each
 * @param corrections entries that were corrected, struck or redacted
 * @param review what was learned; left out as long as no review is open
 */
public record Postmortem(
        DerivedFrom derivedFrom,
        Incident incident,
        List<Milestone> milestones,
        List<Measure> metrics,
        List<RoleHeld> roles,
        List<TimelineEntry> impacts,
        List<TimelineEntry> keyMoments,
        List<Hypothesis> hypotheses,
        List<Decision> decisions,
        List<Mitigation> mitigations,
        List<TimelineEntry> statusUpdates,
        List<Task> openTasks,
        List<String> stillOpen,
        List<TimelineEntry> corrections,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Review review) {

    /** Goes up when the same log would give another draft. */
    static final int VERSION = 6;

    /**
     * @param version of this derivation
     * @param sequence how many events of the incident it tells of
     * @param position of the last of them in the log
     * @param recordedAt when the log took the last of them in
     */
    public record DerivedFrom(int version, long sequence, long position, Instant recordedAt) {}

    /** @param name {@code started}, {@code detected}, ... */
    public record Milestone(String name, Instant at) {}

    /**
     * @param until when somebody else took it or it was given up
     * @param note what the one who left told the one who came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoleHeld(
            Role role,
            String holder,
            Instant since,
            @Nullable Instant until,
            @Nullable String note) {}

    /** What became of a hypothesis. */
    public enum Verdict {
        OPEN,
        CONFIRMED,
        RULED_OUT
    }

    /**
     * @param verdict the last one given
     * @param reason why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hypothesis(
            HypothesisId hypothesisId,
            String text,
            String by,
            Instant proposedAt,
            Verdict verdict,
            @Nullable String reason) {}

    /**
     * @param assignee who has it now
     * @param overdue whether the log says that it was not completed in time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            TaskId taskId,
            String description,
            String assignee,
            @Nullable Instant dueAt,
            boolean overdue) {}

    /**
     * @param effect whether it helped, as last assessed
     * @param effects whether it helped, as assessed over time
     * @param debt how the debt of a stopgap stands by the log alone; overdue once the log says so
     * @param owner who is to pay it off, and until when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mitigation(
            MitigationId mitigationId,
            String description,
            MitigationKind kind,
            Permanence permanence,
            Instant appliedAt,
            String by,
            @Nullable String decision,
            @Nullable MitigationEffect effect,
            List<MitigationEffect> effects,
            @Nullable String risk,
            @Nullable String exitCondition,
            @Nullable String rolledBack,
            @Nullable StopgapState debt,
            @Nullable String owner,
            @Nullable Instant dueAt,
            @Nullable String fix,
            boolean struck) {}
}
