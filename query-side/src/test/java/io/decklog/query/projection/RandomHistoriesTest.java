package io.decklog.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.incident.EntryEvent;
import io.decklog.query.decision.DecisionFold;
import io.decklog.query.incident.IncidentFold;
import io.decklog.query.metrics.MetricsFold;
import io.decklog.query.review.ReviewFold;
import io.decklog.query.search.SearchFold;
import io.decklog.query.stopgap.StopgapFold;
import io.decklog.query.story.RandomStory;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineFold;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every projection and every history. */
class RandomHistoriesTest {

    private static final Lateness LATENESS = new Lateness(Duration.ofMinutes(5));
    private static final JsonMapper JSON = EventJson.mapper();

    static Stream<Arguments> folds() {
        return Stream.of(
                        new Arguments("incidents", new IncidentFold(), 0),
                        new Arguments("timeline", new TimelineFold(LATENESS), 0),
                        new Arguments("decisions", new DecisionFold(LATENESS), 0),
                        new Arguments("stopgaps", new StopgapFold(), 0),
                        new Arguments("reviews", new ReviewFold(), 0),
                        new Arguments("metrics", new MetricsFold(), 0),
                        new Arguments("search", new SearchFold(new TimelineFold(LATENESS)), 0))
                .flatMap(of -> Stream.iterate(0L, seed -> seed < 25, seed -> seed + 1)
                        .map(seed -> new Arguments(of.name(), of.fold(), seed)));
    }

    record Arguments(String name, Fold<? extends Row> fold, long seed) {}

    @ParameterizedTest
    @MethodSource("folds")
    void rows_kept_batch_by_batch_are_those_of_the_replay(Arguments given) {
        keptRowsAreReplayed(given.fold(), given.seed());
    }

    private static <R extends Row> void keptRowsAreReplayed(Fold<R> fold, long seed) {
        var events = RandomStory.of(seed, 80).events();
        var random = new Random(seed);
        var store = new FakeStore<R>();
        for (var from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(10));
            take(fold, store, events.subList(from, to));
            if (random.nextInt(3) == 0) {
                take(fold, store, events.subList(Math.max(0, from - 5), to));
            }
            from = to;
        }
        assertThat(store.rows).isEqualTo(rows(fold, events));
    }

    @ParameterizedTest
    @MethodSource("folds")
    void rows_of_a_rebuild_are_those_of_the_replay_wherever_it_begins_to_catch_up(Arguments given) {
        rebuiltRowsAreReplayed(given.fold(), given.seed());
    }

    private static <R extends Row> void rebuiltRowsAreReplayed(Fold<R> fold, long seed) {
        var events = RandomStory.of(seed, 80).events();
        var random = new Random(seed);
        var whole = random.nextInt(events.size() + 1);
        var later = whole + random.nextInt(events.size() - whole + 1);
        var store = new FakeStore<R>();
        var intake = new Intake<>(fold, store);

        intake.whole(events.subList(0, whole));
        intake.more(events.subList(whole, later));
        intake.more(events.subList(later, events.size()));

        assertThat(store.rows).isEqualTo(rows(fold, events));
    }

    private static <R extends Row> void take(Fold<R> fold, FakeStore<R> store, List<RecordedEvent> events) {
        var batch = new Batch<>(fold, store);
        events.forEach(batch::take);
        batch.flush();
    }

    @ParameterizedTest
    @MethodSource("folds")
    void rows_come_back_from_json_as_they_were(Arguments given) {
        rowsSurviveJson(given.fold(), given.seed());
    }

    private static <R extends Row> void rowsSurviveJson(Fold<R> fold, long seed) {
        rows(fold, RandomStory.of(seed, 80).events())
                .values()
                .forEach(row -> assertThat((Object) JSON.readValue(JSON.writeValueAsString(row), row.getClass()))
                        .isEqualTo(row));
    }

    @ParameterizedTest
    @MethodSource("folds")
    void an_event_touches_few_rows_and_stamps_them_with_its_sequence(Arguments given) {
        touchesFewRows(given.fold(), given.seed());
    }

    private static <R extends Row> void touchesFewRows(Fold<R> fold, long seed) {
        var rows = new HashMap<RowKey, R>();
        for (var event : RandomStory.of(seed, 80).events()) {
            var changed = fold.on(event, key -> Optional.ofNullable(rows.get(key)));
            if (!(event.event() instanceof EntryEvent.EntryRedacted)) {
                assertThat(changed).hasSizeLessThanOrEqualTo(4);
            }
            assertThat(changed).allSatisfy(row -> assertThat(row.sequence()).isEqualTo(event.sequence()));
            changed.forEach(row -> rows.put(row.key(), row));
        }
    }

    private static <R extends Row> Map<RowKey, R> rows(Fold<R> fold, List<RecordedEvent> events) {
        var keys = new HashSet<RowKey>();
        Fold<R> watched = (event, rows) -> {
            var changed = fold.on(event, rows);
            changed.forEach(row -> keys.add(row.key()));
            return changed;
        };
        var replay = Replay.of(watched, events);
        return keys.stream()
                .collect(Collectors.toMap(key -> key, key -> replay.find(key).orElseThrow()));
    }

    /** Keeps rows the way the database does: a higher sequence wins. */
    private static final class FakeStore<R extends Row> implements RowStore<R> {

        private final Map<RowKey, R> rows = new HashMap<>();

        @Override
        public Optional<R> find(RowKey key) {
            return Optional.ofNullable(rows.get(key));
        }

        @Override
        public void upsert(Collection<R> changed) {
            changed.forEach(row -> rows.merge(
                    row.key(), row, (before, after) -> before.sequence() < after.sequence() ? after : before));
        }
    }
}
