package io.decklog.query.timeline;

import io.decklog.api.incident.ReviewEvent;

/** What was sent in a review, as the event tells it. */
final class EntryDetailsOfReviews {

    private EntryDetailsOfReviews() {}

    static EntryDetails of(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.ReviewOpened e -> new EntryDetails.ReviewOpened(e.facilitator());
            case ReviewEvent.DecisionJudged e ->
                new EntryDetails.DecisionJudged(e.decisionId(), e.soundness(), e.outcome(), e.reasoning());
            case ReviewEvent.ContributingFactorIdentified e -> new EntryDetails.ContributingFactor(e.text());
            case ReviewEvent.LessonRecorded e -> new EntryDetails.Lesson(e.text());
            case ReviewEvent.ActionItemAdded e ->
                new EntryDetails.ActionItem(e.actionItemId(), e.description(), e.owner(), e.dueAt(), e.ticket());
            case ReviewEvent.ActionItemCompleted e -> new EntryDetails.ActionItemCompleted(e.actionItemId(), e.note());
            case ReviewEvent.SectionWritten e -> new EntryDetails.Section(e.section(), e.markdown());
            case ReviewEvent.PostmortemPublished e ->
                new EntryDetails.PostmortemPublished(
                        e.version(), e.sha256(), e.derivedFromSequence(), e.derivedFromPosition());
            case ReviewEvent.PostmortemRevised e -> new EntryDetails.PostmortemRevised(e.reason());
        };
    }
}
