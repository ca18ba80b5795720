package io.decklog.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.RandomStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineHistoriesTest {

    private final TimelineFold fold = new TimelineFold(new Lateness(Duration.ofMinutes(5)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void as_of_a_moment_nothing_recorded_later_shows(long seed) {
        var events = RandomStory.of(seed, 60).events();
        for (var event : events) {
            var moment = event.stamp().recordedAt();
            var then = entries(IncidentLog.upTo(events, moment));
            assertThat(then).allSatisfy(entry -> {
                assertThat(entry.recordedAt()).isBeforeOrEqualTo(moment);
                assertThat(entry.corrections())
                        .allSatisfy(correction ->
                                assertThat(correction.recordedAt()).isBeforeOrEqualTo(moment));
            });
            assertThat(then).isEqualTo(entries(events.subList(0, (int) event.sequence())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void pages_in_either_order_and_direction_together_are_the_whole(long seed) {
        var entries = entries(RandomStory.of(seed, 60).events());
        for (var order : TimelineQuery.Order.values()) {
            for (var reverse : List.of(true, false)) {
                var paged = paged(entries, order, reverse);
                assertThat(paged).isEqualTo(query(order, reverse, 1000, null).of(entries));
                assertThat(ids(paged)).hasSameSizeAs(entries);
            }
        }
    }

    private static List<TimelineEntry> paged(List<TimelineEntry> entries, TimelineQuery.Order order, boolean reverse) {
        var paged = new ArrayList<TimelineEntry>();
        TimelineQuery.Place after = null;
        while (true) {
            var query = query(order, reverse, 7, after);
            var found = query.of(entries);
            paged.addAll(found.subList(0, Math.min(7, found.size())));
            if (found.size() <= 7) {
                return paged;
            }
            after = TimelineQuery.place(query.cursor(found.get(6)).toText(), order, reverse);
        }
    }

    private static TimelineQuery query(
            TimelineQuery.Order order, boolean reverse, int limit, TimelineQuery.@Nullable Place after) {
        return new TimelineQuery(order, reverse, null, null, Set.of(), limit, after);
    }

    private static Set<UUID> ids(List<TimelineEntry> entries) {
        return entries.stream().map(TimelineEntry::entryId).collect(Collectors.toSet());
    }

    private List<TimelineEntry> entries(List<RecordedEvent> events) {
        return Replay.of(fold, events)
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .toList();
    }
}
