package io.decklog.query.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.ReviewStory;
import io.decklog.query.story.Story;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewFoldTest {

    private static final UUID DECISION = new UUID(0, 7);

    private final Story story = new Story(42);
    private final ReviewStory told = new ReviewStory(story);

    @BeforeEach
    void declare() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
    }

    @Test
    void without_a_review_there_is_none() {
        assertThat(rows().review(null, null)).isEmpty();
    }

    @Test
    void the_last_judgement_that_is_not_struck_counts() {
        told.opened();
        told.judged(DECISION, Soundness.SOUND, Outcome.RIGHT);
        var second = told.judged(DECISION, Soundness.UNSOUND, Outcome.WRONG);
        assertThat(review().judgements()).extracting(Review.Judgement::counts).containsExactly(false, true);

        story.struck(second);

        assertThat(review().judgements()).extracting(Review.Judgement::counts).containsExactly(true, false);
        assertThat(review().judgements().getLast().struck()).isTrue();
    }

    @Test
    void a_section_says_its_latest_text_and_that_of_before_once_it_is_struck() {
        told.opened();
        told.section("cause", "the rule");
        told.section("luck", "nobody paid");
        var latest = told.section("cause", "the rule and the cache");
        assertThat(review().sections())
                .extracting(Review.Section::markdown)
                .containsExactly("the rule and the cache", "nobody paid");

        story.struck(latest);

        assertThat(review().sections()).extracting(Review.Section::markdown).containsExactly("the rule", "nobody paid");
    }

    @Test
    void a_correction_is_what_a_finding_says_from_then_on() {
        told.opened();
        var lesson = told.lesson("one custer");
        var section = told.section("cause", "the rul");
        story.corrected(lesson, "one cluster");
        story.corrected(section, "the rule");

        assertThat(review().lessons().getFirst().text()).isEqualTo("one cluster");
        assertThat(review().sections().getFirst().markdown()).isEqualTo("the rule");
    }

    @Test
    void an_action_item_is_open_overdue_or_done_and_open_again_once_its_completion_is_struck() {
        told.opened();
        var item = told.actionItem("Roll out by cluster", Story.START);
        assertThat(item().state()).isEqualTo(ActionItemState.OVERDUE);
        assertThat(rows().review(null, null)
                        .orElseThrow()
                        .actionItems()
                        .getFirst()
                        .state())
                .isEqualTo(ActionItemState.OPEN);

        var done = told.completed(item);
        assertThat(item().state()).isEqualTo(ActionItemState.DONE);
        assertThat(item().completedNote()).isEqualTo("in pipeline 7");

        story.struck(done);
        assertThat(item().state()).isEqualTo(ActionItemState.OVERDUE);
    }

    @Test
    void what_is_redacted_loses_its_text_everywhere() {
        told.opened();
        var judged = told.judged(DECISION, Soundness.SOUND, Outcome.RIGHT);
        var factor = told.factor("Mrs Jones");
        var item = told.actionItem("Call Mrs Jones", null);
        var done = told.completed(item);
        var section = told.section("cause", "Mrs Jones");
        var revised = told.revised();
        for (var entry : new UUID[] {judged, factor, item, done, section, revised}) {
            story.redacted(entry);
        }

        assertThat(review().toString())
                .doesNotContain("Jones", "the cache was cold", "EDGE-311", "pipeline", "more users");
        assertThat(item().state()).isEqualTo(ActionItemState.DONE);
        assertThat(item().owner()).isEqualTo("ravi");
    }

    @Test
    void a_redaction_takes_away_what_was_published_after_the_entry_and_leaves_what_was_before() {
        told.opened();
        var first = told.lesson("Mrs Jones");
        told.published(1, "# One");
        var second = told.lesson("Mr Smith");
        told.published(2, "# Two");

        story.redacted(second);
        assertThat(review().publications())
                .extracting(Review.Publication::redacted)
                .containsExactly(false, true);
        assertThat(replay().all(ReviewRow.Text.class).map(ReviewRow.Text::markdown))
                .containsExactly("# One", null);

        story.redacted(first);
        assertThat(replay().all(ReviewRow.Text.class).map(ReviewRow.Text::markdown))
                .containsExactly(null, null);
    }

    @Test
    void a_text_that_the_log_itself_has_lost_is_gone() {
        told.opened();
        told.published(1, "(redacted)");
        assertThat(review().publications().getFirst().redacted()).isTrue();
        assertThat(replay().all(ReviewRow.Text.class).map(ReviewRow.Text::markdown))
                .containsExactly((String) null);
    }

    private Replay<ReviewRow> replay() {
        return Replay.of(new ReviewFold(), story.events());
    }

    private ReviewRows rows() {
        return ReviewRows.of(replay());
    }

    private Review review() {
        return rows().review(Story.START.plusSeconds(86_400), null).orElseThrow();
    }

    private ActionItem item() {
        return review().actionItems().getFirst();
    }
}
