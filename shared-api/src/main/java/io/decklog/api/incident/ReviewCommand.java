package io.decklog.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands of the post-incident review. They are taken in at any time, also when the incident is over. */
public sealed interface ReviewCommand extends IncidentCommand {

    /** @param facilitator who leads the review */
    record OpenReview(IncidentId incidentId, Stamp stamp, String facilitator) implements ReviewCommand {}

    /** Judges a decision twice: on what was known, and by what came of it. */
    record JudgeDecision(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            Soundness soundness,
            Outcome outcome,
            String reasoning)
            implements ReviewCommand {}

    record IdentifyContributingFactor(IncidentId incidentId, Stamp stamp, String text) implements ReviewCommand {}

    record RecordLesson(IncidentId incidentId, Stamp stamp, String text) implements ReviewCommand {}

    /**
     * @param owner who answers for it
     * @param dueAt until when; an open item past it is overdue
     * @param ticket where else it is tracked
     */
    record AddActionItem(
            IncidentId incidentId,
            Stamp stamp,
            ActionItemId actionItemId,
            String description,
            String owner,
            @Nullable Instant dueAt,
            @Nullable String ticket)
            implements ReviewCommand {}

    record CompleteActionItem(
            IncidentId incidentId,
            Stamp stamp,
            ActionItemId actionItemId,
            @Nullable String note) implements ReviewCommand {}

    /** What people have to say beside what the log says. A later text of the same section takes the place of the one before. */
    record WriteSection(IncidentId incidentId, Stamp stamp, SectionName section, String markdown)
            implements ReviewCommand {}

    /**
     * Freezes the draft of the postmortem.
     *
     * @param markdown the whole text
     * @param derivedFromSequence how many events of the incident it tells of; refused if there are others by now
     * @param derivedFromPosition of the last of them in the log
     */
    record PublishPostmortem(
            IncidentId incidentId, Stamp stamp, String markdown, long derivedFromSequence, long derivedFromPosition)
            implements ReviewCommand {}

    /** Opens what was published to a next version. */
    record RevisePostmortem(IncidentId incidentId, Stamp stamp, String reason) implements ReviewCommand {}
}
