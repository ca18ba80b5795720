package io.decklog.query.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.RandomStory;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every decision in every history. */
class KnownTest {

    private static final Lateness LATENESS = new Lateness(Duration.ofMinutes(5));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothing_recorded_later_was_known_and_everything_unknown_was_true(long seed) {
        var events = RandomStory.of(seed, 80).events();
        for (var decision : decided(events)) {
            var known = known(decision, events, null);
            assertThat(known.known())
                    .allSatisfy(entry -> saidBy(known.recordedAt(), entry))
                    .extracting(TimelineEntry::entryId)
                    .doesNotContain(decision.entryId());
            assertThat(known.trueButUnknown()).allSatisfy(entry -> {
                assertThat(entry.recordedAt()).isAfter(known.recordedAt());
                assertThat(entry.occurredAt()).isBeforeOrEqualTo(known.decidedAt());
            });
            assertThat(known.citedEvidence()).doesNotContainAnyElementsOf(known.knownButNotCited());
            assertThat(known.known())
                    .containsAll(known.citedEvidence())
                    .containsAll(known.knownButNotCited())
                    .hasSize(known.citedEvidence().size()
                            + known.knownButNotCited().size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_is_recorded_later_what_was_known_stays_as_it_was(long seed) {
        var events = RandomStory.of(seed, 80).events();
        for (var decision : decided(events)) {
            var now = known(decision, events, null);
            for (var moment : momentsFrom(decision.recordedAt(), events)) {
                var then = known(decision, events, moment);
                assertThat(then.known()).isEqualTo(now.known());
                assertThat(then.citedEvidence()).isEqualTo(now.citedEvidence());
                assertThat(then.knownButNotCited()).isEqualTo(now.knownButNotCited());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void as_of_a_moment_only_what_came_to_light_by_then_is_told_and_no_entry_of_it_goes_away(long seed) {
        var events = RandomStory.of(seed, 80).events();
        for (var decision : decided(events)) {
            var before = List.<TimelineEntry>of();
            for (var moment : momentsFrom(decision.recordedAt(), events)) {
                var unknown = known(decision, events, moment).trueButUnknown();
                assertThat(unknown).allSatisfy(entry -> saidBy(moment, entry));
                assertThat(unknown)
                        .extracting(TimelineEntry::entryId)
                        .containsAll(before.stream().map(TimelineEntry::entryId).toList());
                before = unknown;
            }
            assertThat(known(decision, events, null).trueButUnknown()).isEqualTo(before);
        }
    }

    /** Nothing of it, nor of what became of it, is from after the moment. */
    private static void saidBy(Instant moment, TimelineEntry entry) {
        assertThat(entry.recordedAt()).isBeforeOrEqualTo(moment);
        assertThat(entry.corrections())
                .allSatisfy(correction -> assertThat(correction.recordedAt()).isBeforeOrEqualTo(moment));
        if (entry.strike() != null) {
            assertThat(entry.strike().recordedAt()).isBeforeOrEqualTo(moment);
        }
    }

    /** As of a moment the decision is read from what the log held then, too. */
    private static Known known(Decision decision, List<RecordedEvent> events, @Nullable Instant asOf) {
        var held = asOf == null ? events : IncidentLog.upTo(events, asOf);
        var then = decided(held).stream()
                .filter(one -> one.decisionId().equals(decision.decisionId()))
                .findFirst()
                .orElseThrow();
        return Known.at(then, held, new TimelineFold(LATENESS), asOf);
    }

    private static List<Instant> momentsFrom(Instant from, List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.stamp().recordedAt())
                .filter(moment -> !moment.isBefore(from))
                .toList();
    }

    private static List<Decision> decided(List<RecordedEvent> events) {
        return Replay.of(new DecisionFold(LATENESS), events)
                .all(DecisionRow.Recorded.class)
                .map(Decision::of)
                .filter(decision -> decision.state() == DecisionState.RECORDED)
                .toList();
    }
}
