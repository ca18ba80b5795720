package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.story.ReviewStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewInDraftTest {

    private final Story story = new Story(42);
    private final ReviewStory told = new ReviewStory(story);

    @Test
    void the_draft_tells_what_was_learned() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var decision = story.decided("Fail over?", List.of(new Option("yes", null, null, null)), "yes");
        told.opened();
        told.judged(decision, Soundness.SOUND, Outcome.WRONG);
        told.factor("one # rule");
        story.struck(told.lesson("no lesson"));
        told.actionItem("Roll out", Story.START);
        told.section("what-went-well", "# Rehearsed\n\n- four minutes\n\n```\nopen");

        assertThat(draft())
                .contains(
                        "- Judged by ana, 2026-03-30 08:03:00Z: sound on what was known, outcome wrong. the cache was cold",
                        "## Review\n\n- Led by ines, opened 2026-03-30 08:02:00Z\n",
                        "## Contributing factors\n\n- one \\# rule\n",
                        "## Lessons\n\nNone.\n",
                        "| Roll out | ravi | 2026-03-30 08:00:00Z | EDGE-311 |  |",
                        "## What went well\n\n### Rehearsed\n\n- four minutes\n\n```\nopen\n```\n\n## What is still open\n",
                        "- Action item of ravi, due 2026-03-30 08:00 UTC: Roll out");
    }

    @Test
    void without_a_review_there_is_nothing_to_tell() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        assertThat(draft()).doesNotContain("## Review", "## Lessons");
    }

    private String draft() {
        var fold = new PostmortemFold(new Lateness(Duration.ofMinutes(5)));
        return DraftTemplate.builtIn().write(fold.of(story.events(), 9, null));
    }
}
