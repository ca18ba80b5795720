package io.decklog.query.story;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.ReviewEvent.ActionItemAdded;
import io.decklog.api.incident.ReviewEvent.ActionItemCompleted;
import io.decklog.api.incident.ReviewEvent.ContributingFactorIdentified;
import io.decklog.api.incident.ReviewEvent.DecisionJudged;
import io.decklog.api.incident.ReviewEvent.LessonRecorded;
import io.decklog.api.incident.ReviewEvent.PostmortemPublished;
import io.decklog.api.incident.ReviewEvent.PostmortemRevised;
import io.decklog.api.incident.ReviewEvent.ReviewOpened;
import io.decklog.api.incident.ReviewEvent.SectionWritten;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Soundness;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The review of an incident, told event by event into its story. */
public record ReviewStory(Story story) {

    /** One of each event of a review there is. */
    public void everything(UUID decision) {
        opened();
        judged(decision, Soundness.SOUND, Outcome.WRONG);
        factor("one rule everywhere");
        lesson("one cluster first");
        completed(actionItem("Roll out by cluster", Story.START));
        section("what-went-well", "The **rollback**.");
        published(1, "# INC-42");
        revised();
    }

    public UUID opened() {
        return story.take(stamp -> new ReviewOpened(story.id(), stamp, "ines"));
    }

    public UUID judged(UUID decision, Soundness soundness, Outcome outcome, UUID... known) {
        return story.take(stamp -> new DecisionJudged(
                story.id(),
                stamp,
                new DecisionId(decision),
                soundness,
                outcome,
                "the cache was cold",
                Arrays.stream(known).map(EntryId::new).toList()));
    }

    public UUID factor(String text) {
        return story.take(stamp -> new ContributingFactorIdentified(story.id(), stamp, text));
    }

    public UUID lesson(String text) {
        return story.take(stamp -> new LessonRecorded(story.id(), stamp, text));
    }

    public UUID actionItem(String description, @Nullable Instant dueAt) {
        return story.take(stamp -> new ActionItemAdded(
                story.id(), stamp, new ActionItemId(stamp.id()), description, "ravi", dueAt, "EDGE-311"));
    }

    public UUID completed(UUID item) {
        return story.take(stamp -> new ActionItemCompleted(story.id(), stamp, new ActionItemId(item), "in pipeline 7"));
    }

    public UUID section(String name, String markdown) {
        return story.take(stamp -> new SectionWritten(story.id(), stamp, new SectionName(name), markdown));
    }

    public UUID published(int version, String markdown) {
        return story.take(stamp -> new PostmortemPublished(
                story.id(),
                stamp,
                version,
                markdown,
                "5f".repeat(32),
                story.last().sequence(),
                1_712));
    }

    public UUID revised() {
        return story.take(stamp -> new PostmortemRevised(story.id(), stamp, "more users were hit"));
    }
}
