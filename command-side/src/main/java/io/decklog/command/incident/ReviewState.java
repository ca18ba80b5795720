package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What the rules need to know of the review of an incident.
 *
 * @param opened whether there is one
 * @param versions how many versions of the postmortem were published
 * @param revising whether the last of them, or the first to come, can be published
 */
record ReviewState(boolean opened, int versions, boolean revising, PMap<UUID, ActionItemState> actionItems) {

    static final ReviewState NONE = new ReviewState(false, 0, true, HashTreePMap.empty());

    @JsonCreator
    static ReviewState of(boolean opened, int versions, boolean revising, Map<UUID, ActionItemState> actionItems) {
        return new ReviewState(opened, versions, revising, HashTreePMap.from(actionItems));
    }

    ReviewState after(IncidentEvent event) {
        return switch (event) {
            case ReviewEvent review -> after(review);
            case EntryStruck struck -> reopened(struck.entryId().value());
            case IncidentEvent _ -> this;
        };
    }

    private ReviewState after(ReviewEvent event) {
        return switch (event) {
            case ReviewOpened _ -> new ReviewState(true, versions, revising, actionItems);
            case ActionItemAdded e -> with(e.actionItemId().value(), ActionItemState.OPEN);
            case ActionItemCompleted e ->
                with(e.actionItemId().value(), new ActionItemState(e.stamp().id()));
            case PostmortemPublished e -> new ReviewState(opened, e.version(), false, actionItems);
            case PostmortemRevised _ -> new ReviewState(opened, versions, true, actionItems);
            case DecisionJudged _, ContributingFactorIdentified _, LessonRecorded _, SectionWritten _ -> this;
        };
    }

    /** Without the completion that an entry told of, if it did. */
    private ReviewState reopened(UUID entry) {
        return actionItems.entrySet().stream()
                .filter(item -> entry.equals(item.getValue().completedBy()))
                .findFirst()
                .map(item -> with(item.getKey(), ActionItemState.OPEN))
                .orElse(this);
    }

    private ReviewState with(UUID id, ActionItemState item) {
        return new ReviewState(opened, versions, revising, actionItems.plus(id, item));
    }

    boolean published() {
        return !revising;
    }

    Optional<ActionItemState> actionItem(UUID id) {
        return Optional.ofNullable(actionItems.get(id));
    }
}
