package io.decklog.command.incident;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.ReviewCommand;
import io.decklog.api.incident.ReviewCommand.AddActionItem;
import io.decklog.api.incident.ReviewCommand.CompleteActionItem;
import io.decklog.api.incident.ReviewCommand.IdentifyContributingFactor;
import io.decklog.api.incident.ReviewCommand.JudgeDecision;
import io.decklog.api.incident.ReviewCommand.OpenReview;
import io.decklog.api.incident.ReviewCommand.PublishPostmortem;
import io.decklog.api.incident.ReviewCommand.RecordLesson;
import io.decklog.api.incident.ReviewCommand.RevisePostmortem;
import io.decklog.api.incident.ReviewCommand.WriteSection;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.api.incident.ReviewEvent.ActionItemAdded;
import io.decklog.api.incident.ReviewEvent.ActionItemCompleted;
import io.decklog.api.incident.ReviewEvent.ContributingFactorIdentified;
import io.decklog.api.incident.ReviewEvent.DecisionJudged;
import io.decklog.api.incident.ReviewEvent.LessonRecorded;
import io.decklog.api.incident.ReviewEvent.PostmortemPublished;
import io.decklog.api.incident.ReviewEvent.PostmortemRevised;
import io.decklog.api.incident.ReviewEvent.ReviewOpened;
import io.decklog.api.incident.ReviewEvent.SectionWritten;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** An incident is reviewed once, at any time, and what the review finds can always be added to; so also when it is over. */
final class ReviewRules {

    /** Characters of a published text at most. An event that holds more could be written, but not read back. */
    static final int LONGEST_POSTMORTEM = 10_000_000;

    private ReviewRules() {}

    static List<IncidentEvent> decide(ReviewCommand command, Stamp stamp, Declared incident) {
        return List.of(
                switch (command) {
                    case OpenReview c -> open(c, stamp, incident);
                    case CompleteActionItem c -> complete(c, stamp, incident);
                    case JudgeDecision c -> judge(c, stamp, reviewed(incident));
                    case PublishPostmortem c -> publish(c, stamp, reviewed(incident));
                    case RevisePostmortem c -> revise(c, stamp, reviewed(incident));
                    case IdentifyContributingFactor _, RecordLesson _, AddActionItem _, WriteSection _ ->
                        found(command, stamp, reviewed(incident));
                });
    }

    private static ReviewOpened open(OpenReview c, Stamp stamp, Declared incident) {
        if (incident.review().opened()) {
            throw new IncidentRejected(RejectionCode.REVIEW_ALREADY_OPEN, "the incident has a review already");
        }
        return new ReviewOpened(c.incidentId(), stamp, c.facilitator());
    }

    private static ReviewEvent found(ReviewCommand command, Stamp stamp, Declared incident) {
        return switch (command) {
            case IdentifyContributingFactor c -> new ContributingFactorIdentified(incident.id(), stamp, c.text());
            case RecordLesson c -> new LessonRecorded(incident.id(), stamp, c.text());
            case AddActionItem c ->
                new ActionItemAdded(
                        incident.id(), stamp, c.actionItemId(), c.description(), c.owner(), c.dueAt(), c.ticket());
            case WriteSection c -> new SectionWritten(incident.id(), stamp, c.section(), c.markdown());
            case OpenReview _, JudgeDecision _, CompleteActionItem _, PublishPostmortem _, RevisePostmortem _ ->
                throw new IllegalArgumentException("has rules of its own: " + command);
        };
    }

    private static DecisionJudged judge(JudgeDecision c, Stamp stamp, Declared incident) {
        var decision = decided(c.decisionId(), incident);
        return new DecisionJudged(
                c.incidentId(),
                stamp,
                c.decisionId(),
                c.soundness(),
                c.outcome(),
                c.reasoning(),
                incident.entries().before(decision.entry()));
    }

    private static DecisionState decided(DecisionId id, Declared incident) {
        var decision = incident.matters().decisions().get(id.value());
        if (decision == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_DECISION, "this incident has no decision " + id);
        }
        if (!decision.recorded()) {
            throw new IncidentRejected(
                    RejectionCode.DECISION_NOT_RECORDED, "nothing has been decided on this question yet");
        }
        return decision;
    }

    /** What is owed is owed, and can be paid, whatever became of the incident. */
    private static ActionItemCompleted complete(CompleteActionItem c, Stamp stamp, Declared incident) {
        var item = incident.review().actionItem(c.actionItemId().value());
        if (item.isEmpty()) {
            throw new IncidentRejected(
                    RejectionCode.UNKNOWN_ACTION_ITEM, "this incident has no action item " + c.actionItemId());
        }
        if (item.get().completed()) {
            throw new IncidentRejected(RejectionCode.ACTION_ITEM_ALREADY_COMPLETED, "the action item is done");
        }
        return new ActionItemCompleted(c.incidentId(), stamp, c.actionItemId(), c.note());
    }

    private static PostmortemPublished publish(PublishPostmortem c, Stamp stamp, Declared incident) {
        var review = incident.review();
        if (review.published()) {
            throw new IncidentRejected(
                    RejectionCode.POSTMORTEM_ALREADY_PUBLISHED,
                    "version %d is published; revise it before the next".formatted(review.versions()));
        }
        if (c.markdown().length() > LONGEST_POSTMORTEM) {
            throw new IncidentRejected(
                    RejectionCode.POSTMORTEM_TOO_LARGE, "a postmortem has at most 10 million characters");
        }
        return new PostmortemPublished(
                c.incidentId(),
                stamp,
                review.versions() + 1,
                c.markdown(),
                Sha256.of(c.markdown()),
                c.derivedFromSequence(),
                c.derivedFromPosition());
    }

    private static PostmortemRevised revise(RevisePostmortem c, Stamp stamp, Declared incident) {
        if (!incident.review().published()) {
            throw new IncidentRejected(
                    RejectionCode.POSTMORTEM_NOT_PUBLISHED, "there is nothing published that could be revised");
        }
        return new PostmortemRevised(c.incidentId(), stamp, c.reason());
    }

    private static Declared reviewed(Declared incident) {
        if (!incident.review().opened()) {
            throw new IncidentRejected(RejectionCode.REVIEW_NOT_OPEN, "the incident has no review yet");
        }
        return incident;
    }
}
