package io.decklog.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventTypes;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineFoldTest {

    private final Story story = new Story(42);
    private final TimelineFold fold = new TimelineFold(new Lateness(Duration.ofMinutes(5)));

    @BeforeEach
    void an_incident() {
        story.declared("Checkout fails", Severity.SEV2, "checkout", "payments");
    }

    @Test
    void every_kind_of_event_has_words() {
        story.everythingElse();

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
                        "Permanent fix for “More pods” planned, fay owns it, due 2026-03-30 08:00 UTC: mend the leak",
                        "Permanent fix for “More pods” completed: deployed in 4.2",
                        "“More pods” was rolled back: no longer needed",
                        "Severity raised from SEV2 to SEV1: more customers than thought",
                        "ben takes the role of commander from ana: database is suspected",
                        "Status update for customers: We are on it. Next update by 2026-03-30 08:44 UTC.",
                        "error rate 21 %",
                        "Mitigated: traffic is served again",
                        "Resolved: the leak is gone",
                        "Reopened: errors are back",
                        "Resolved: the leak is gone",
                        "Closed.",
                        "Retitled to “Checkout fails for cards”.",
                        "Duplicate of INC-41.",
                        "Related to INC-41.",
                        "Caused by a mitigation of INC-41.",
                        "ben gives up the role of commander.",
                        "Task for ben, due 2026-03-30 09:29 UTC: ask the vendor for logs",
                        "chi takes over “ask the vendor for logs” from ben.",
                        "“ask the vendor for logs” is done: the logs are in the ticket",
                        "Hypothesis: the certificate has expired",
                        "“the certificate has expired” is confirmed: it fits the graphs",
                        "“the certificate has expired” is ruled out: it was deployed later",
                        "Impact on checkout since 2026-03-30 08:15 UTC: one payment in three fails",
                        "Impact on checkout from 2026-03-30 08:16 UTC to 2026-03-30 08:00 UTC: one payment in three fails",
                        "This entry was redacted.",
                        "No status update for customers came by 2026-03-30 08:39 UTC, as was promised.",
                        "No status update came by 2026-03-30 08:40 UTC, though SEV2 asks for one.",
                        "“ask the vendor for logs” was due 2026-03-30 08:41 UTC, and chi has not completed it.",
                        "“More pods” is still in place: fay was to complete the permanent fix by 2026-03-30 08:42 UTC.",
                        "“Fail over?” was to be decided by 2026-03-30 08:43 UTC, and is not.",
                        "Cancelled: it was the load test",
                        "Review opened, led by ines.",
                        "“Fail over?” was sound on what was known, and turned out wrong: the cache was cold",
                        "Contributing factor: one rule everywhere",
                        "Lesson: one cluster first",
                        "Action item for ravi, due 2026-03-30 08:00 UTC: Roll out by cluster",
                        "“Roll out by cluster” is done: in pipeline 7",
                        "Section “what-went-well”: The **rollback**.",
                        "Postmortem published as version 1, SHA-256 %s.".formatted("5f".repeat(32)),
                        "Postmortem taken up again: more users were hit");
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
    void a_redacted_entry_says_nothing_any_more_but_keeps_its_place() {
        var observed = story.ago(Duration.ofHours(1)).observed("it is Mrs Jones");
        story.corrected(observed, "it is Mrs Smith");
        story.struck(observed);
        story.by("ben").redacted(observed);

        var entry = entry(observed);
        assertThat(entry.text()).isEqualTo("This entry was redacted.");
        assertThat(entry.redacted()).isTrue();
        assertThat(entry.type()).isEqualTo(EntryType.OBSERVATION);
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.by()).isEqualTo("ana");
        assertThat(entry.late()).isTrue();
        assertThat(entry.redaction())
                .isEqualTo(new TimelineEntry.Redaction(
                        "it names a customer", "ben", story.last().stamp().recordedAt()));
        assertThat(entry.toString()).doesNotContain("Mrs", "told later", "another service");
    }

    @Test
    void what_is_redacted_is_not_quoted_either_before_or_after() {
        var guess = story.guessed("Mrs Jones did it");
        var ruledOut = story.ruledOut(guess);
        story.corrected(ruledOut, "ruled out");
        story.redacted(guess);
        var confirmed = story.confirmed(guess);

        assertThat(entries().toString()).doesNotContain("Mrs Jones");
        assertThat(entry(ruledOut).corrections().getFirst().formerText())
                .isEqualTo("(redacted) is ruled out: it was deployed later");
        assertThat(entry(confirmed).text()).isEqualTo("(redacted) is confirmed: it fits the graphs");
    }

    @Test
    void a_status_update_says_if_it_came_later_than_it_was_promised() {
        var kept = story.told("customers", "We are on it", Story.START.plusSeconds(60));
        var missed = story.told("customers", "We are on it", Story.START.plusSeconds(60));

        assertThat(entry(kept).text())
                .isEqualTo("Status update for customers: We are on it. Next update by 2026-03-30 08:31 UTC.");
        assertThat(entry(missed).text())
                .isEqualTo("Status update for customers, promised by 2026-03-30 08:01 UTC: We are on it."
                        + " Next update by 2026-03-30 08:32 UTC.");
    }

    @Test
    void a_pinned_entry_is_pinned() {
        var observed = story.observed("error rate 12 %");
        story.pinned(observed);
        assertThat(entry(observed).pinned()).isTrue();
        assertThat(entries()).hasSize(2);
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
