package io.decklog.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventTypes;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineFoldTest {

    private static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", null);
    private static final Option WAIT = new Option("wait", null, null, null);

    private final Story story = new Story(42);
    private final TimelineFold fold = new TimelineFold(new Lateness(Duration.ofMinutes(5)));

    @BeforeEach
    void an_incident() {
        story.declared("Checkout fails", Severity.SEV2, "checkout", "payments");
    }

    @Test
    void every_kind_of_event_has_words() {
        var raised = story.raised("Wait?", WAIT);
        story.option(raised, FAIL_OVER);
        story.objected(raised, "ben", "we do not know enough");
        story.chose(raised, "Wait?", List.of(WAIT, FAIL_OVER), "wait");
        var decided = story.decided("Fail over?", List.of(FAIL_OVER, WAIT), "fail over");
        story.superseded(raised, decided);
        var mitigation = story.mitigation("More pods", Permanence.STOPGAP, decided);
        story.assessed(mitigation, MitigationEffect.PARTIAL);
        story.fixPlanned(mitigation, "fay", Story.START);
        story.fixCompleted(mitigation);
        story.rolledBack(mitigation);
        story.severity(Severity.SEV2, Severity.SEV1);
        story.role(Role.COMMANDER, "ben", "ana");
        story.told("customers", "We are on it");
        var observed = story.observed("error rate 12 %");
        story.mitigated();
        story.resolved();
        story.reopened();
        story.resolved();
        story.closed();
        story.corrected(observed, "error rate 21 %");
        story.struck(observed);

        assertThat(story.events().stream().map(event -> event.event().getClass().getSimpleName()))
                .containsAll(EventTypes.all().stream().map(Class::getSimpleName).toList());
        assertThat(entries()).extracting(TimelineEntry::type).contains(EntryType.values());
        assertThat(entries())
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "Declared INC-42 as SEV2, affecting checkout, payments: Checkout fails",
                        "Decision needed: Wait? Options: “wait”.",
                        "Option for “Wait?”: fail over. Benefit: quick. Risk: split brain.",
                        "ben objects on “Wait?”: we do not know enough",
                        "Wait? ana chose “wait”: it is quicker",
                        "Fail over? ana chose “fail over”: it is quicker",
                        "“Wait?” is superseded by “Fail over?”: the load moved",
                        "Stopgap (scale up): More pods",
                        "“More pods” turned out partly effective.",
                        "Permanent fix for “More pods” planned, fay owns it, due 2026-03-30T08:00:00Z: mend the leak",
                        "Permanent fix for “More pods” completed: deployed in 4.2",
                        "“More pods” was rolled back: no longer needed",
                        "Severity raised from SEV2 to SEV1: more customers than thought",
                        "ben takes the role of commander from ana: database is suspected",
                        "Status update for customers: We are on it. Next update by 2026-03-30T08:44:00Z.",
                        "error rate 21 %",
                        "Mitigated: traffic is served again",
                        "Resolved: the leak is gone",
                        "Reopened: errors are back",
                        "Resolved: the leak is gone",
                        "Closed.");
    }

    @Test
    void a_corrected_entry_says_the_new_text_and_keeps_the_old_ones() {
        var observed = story.observed("error rate 12 %");
        story.by("ben").corrected(observed, "error rate 21 %");
        story.by("chi").corrected(observed, "error rate 22 %");

        var entry = entry(observed);
        assertThat(entry.text()).isEqualTo("error rate 22 %");
        assertThat(entry.corrected()).isTrue();
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.corrections())
                .extracting(TimelineEntry.Correction::formerText, TimelineEntry.Correction::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("error rate 12 %", "ben"),
                        org.assertj.core.groups.Tuple.tuple("error rate 21 %", "chi"));
        assertThat(entries()).hasSize(2);
    }

    @Test
    void a_struck_entry_stays_and_says_who_struck_it() {
        var observed = story.observed("error rate 12 %");
        story.by("ben").struck(observed);

        assertThat(entry(observed).struck()).isTrue();
        assertThat(entry(observed).text()).isEqualTo("error rate 12 %");
        assertThat(entry(observed).strike())
                .isEqualTo(new TimelineEntry.Strike(
                        "it was another service", "ben", story.last().stamp().recordedAt()));
    }

    @Test
    void an_entry_is_late_if_it_is_recorded_more_than_five_minutes_after_it_occurred() {
        var prompt = story.ago(Duration.ofMinutes(5)).observed("on time");
        var late = story.ago(Duration.ofMinutes(5).plusNanos(1000)).observed("late");

        assertThat(entry(prompt).late()).isFalse();
        assertThat(entry(late).late()).isTrue();
        assertThat(entry(late).lateReason()).isEqualTo("told later");
    }

    @Test
    void what_happens_to_an_entry_that_is_not_there_changes_nothing() {
        story.struck(UUID.randomUUID());

        assertThat(entries()).hasSize(1);
    }

    private List<TimelineEntry> entries() {
        return Replay.of(fold, story.events())
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .toList();
    }

    private TimelineEntry entry(UUID id) {
        return entries().stream()
                .filter(entry -> entry.entryId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
