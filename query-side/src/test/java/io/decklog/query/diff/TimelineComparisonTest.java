package io.decklog.query.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.Severity;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineEntry.Correction;
import io.decklog.query.timeline.TimelineEntry.Redaction;
import io.decklog.query.timeline.TimelineEntry.Strike;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineComparisonTest {

    private final TimelineFold fold = new TimelineFold(new Lateness(Duration.ofMinutes(5)));
    private final TimelineComparison comparison = new TimelineComparison(fold);
    private final Story story = new Story(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void what_changed_makes_the_earlier_story_into_the_later_one(long seed) {
        var events = RandomStory.of(seed, 80).events();
        var random = new Random(seed);
        for (var i = 0; i < 50; i++) {
            var until = events.subList(0, 1 + random.nextInt(events.size()));
            var from = Story.START.plus(Duration.ofMinutes(random.nextInt(until.size() + 1) - 1L));
            var changes = comparison.since(from, until);

            var applied = entries(IncidentLog.upTo(events, from));
            apply(changes, applied);
            assertThat(applied).isEqualTo(entries(until));
            if (until.stream().noneMatch(event -> isRedaction(event) && isAfter(event, from))) {
                assertThat(changes.reworded()).isEmpty();
            }
        }
    }

    private static boolean isRedaction(RecordedEvent event) {
        return event.event() instanceof EntryRedacted;
    }

    private static boolean isAfter(RecordedEvent event, Instant from) {
        return event.stamp().recordedAt().isAfter(from);
    }

    /** As somebody would who has the earlier story and what changed, and nothing else. */
    private static void apply(Changes changes, Map<UUID, TimelineEntry> entries) {
        changes.redacted()
                .forEach(it -> entries.computeIfPresent(
                        it.entryId(),
                        (_, entry) -> entry.redacted(new Redaction(it.reason(), it.by(), it.recordedAt()))));
        changes.corrected()
                .forEach(it -> entries.computeIfPresent(it.entryId(), (_, entry) -> {
                    var correction = new Correction(it.oldText(), it.reason(), it.by(), it.recordedAt());
                    return entry.corrected(it.newText(), correction);
                }));
        changes.struck()
                .forEach(it -> entries.computeIfPresent(
                        it.entryId(), (_, entry) -> entry.struck(new Strike(it.reason(), it.by(), it.recordedAt()))));
        changes.pinned().forEach(id -> entries.computeIfPresent(id, (_, entry) -> entry.pin()));
        changes.reworded().forEach(entry -> entries.replace(entry.entryId(), entry));
        changes.added().forEach(entry -> entries.put(entry.entryId(), entry));
    }

    private Map<UUID, TimelineEntry> entries(List<RecordedEvent> events) {
        return Replay.of(fold, events)
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .collect(Collectors.toMap(
                        TimelineEntry::entryId, entry -> entry, (before, now) -> now, LinkedHashMap::new));
    }

    @Test
    void of_what_was_known_each_thing_that_happened_is_told() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var rate = story.observed("error rate 12 %");
        var pager = story.observed("the pager was silent");
        var secret = story.observed("the password is hunter2");
        var from = story.last().stamp().recordedAt();
        story.corrected(rate, "error rate 21 %");
        story.corrected(rate, "error rate 22 %");
        story.struck(pager);
        story.redacted(secret);
        story.pinned(rate);

        var changes = comparison.since(from, story.events());

        assertThat(changes.added()).isEmpty();
        assertThat(changes.corrected())
                .extracting(Changes.Corrected::entryId, Changes.Corrected::oldText, Changes.Corrected::newText)
                .containsExactly(
                        tuple(rate, "error rate 12 %", "error rate 21 %"),
                        tuple(rate, "error rate 21 %", "error rate 22 %"));
        assertThat(changes.struck()).extracting(Changes.Happened::entryId).containsExactly(pager);
        assertThat(changes.redacted()).extracting(Changes.Happened::entryId).containsExactly(secret);
        assertThat(changes.pinned()).containsExactly(rate);
        assertThat(changes.reworded()).isEmpty();
        assertThat(changes.toString()).doesNotContain("hunter2");
    }

    @Test
    void what_was_added_reads_as_it_does_at_the_later_moment_and_says_what_is_back_dated() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var from = story.last().stamp().recordedAt();
        var rate = story.observed("error rate 12 %");
        story.ago(Duration.ofHours(1));
        var deploy = story.observed("checkout was deployed");
        story.corrected(rate, "error rate 21 %");

        var changes = comparison.since(from, story.events());

        assertThat(changes.added())
                .extracting(TimelineEntry::text)
                .containsExactly("error rate 21 %", "checkout was deployed");
        assertThat(changes.backDated()).containsExactly(deploy);
        assertThat(changes.corrected()).isEmpty();
    }

    @Test
    void before_the_declaration_nothing_was_known() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed("error rate 12 %");

        var changes = comparison.since(Story.START.minusSeconds(1), story.events());

        assertThat(changes.added()).hasSize(2);
        assertThat(changes.backDated()).isEmpty();
    }

    @Test
    void who_quotes_what_was_redacted_is_reworded() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var guess = story.guessed("the vendor hunter2");
        var ruledOut = story.ruledOut(guess);
        var from = story.last().stamp().recordedAt();
        story.redacted(guess);

        var changes = comparison.since(from, story.events());

        assertThat(changes.reworded()).extracting(TimelineEntry::entryId).containsExactly(ruledOut);
        assertThat(changes.toString()).doesNotContain("hunter2");
    }
}
