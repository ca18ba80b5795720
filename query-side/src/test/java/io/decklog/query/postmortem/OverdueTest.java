package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.EntryType;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverdueTest {

    @Test
    void a_draft_tells_what_was_not_done_in_time() {
        var story = new Story(42);
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var task = story.delegated("ask the vendor for logs", "ben");
        var stopgap = story.mitigation("More pods", Permanence.STOPGAP, null);
        story.fixPlanned(stopgap, "fay", Story.START);
        story.raised("Wait?");
        story.missed(story.told("customers", "We are on it"), "customers");
        story.taskOverdue(task, "ben");
        story.fixOverdue(stopgap, "fay");

        var draft = new PostmortemFold(new Lateness(Duration.ofMinutes(5)))
                .of(story.events(), story.events().size(), null);

        assertThat(draft.statusUpdates())
                .extracting(TimelineEntry::type)
                .containsExactly(EntryType.STATUS_UPDATE, EntryType.STATUS_UPDATE_MISSED);
        assertThat(draft.keyMoments())
                .extracting(TimelineEntry::type)
                .contains(EntryType.TASK_OVERDUE, EntryType.PERMANENT_FIX_OVERDUE);
        assertThat(draft.stillOpen())
                .containsExactly(
                        "The incident is not resolved.",
                        "No decision yet: Wait?",
                        "Overdue stopgap, to be paid off by fay until 2026-03-30 08:00 UTC: More pods",
                        "Overdue task of ben, due 2026-03-30 09:01 UTC: ask the vendor for logs");
    }
}
