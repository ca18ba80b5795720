package io.decklog.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.replay.Scenes.Order;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlayerTest {

    private static final JsonMapper JSON = EventJson.mapper();

    private final TimelineFold fold = new TimelineFold(new Lateness(Duration.ofMinutes(5)));
    private final FakeStage stage = new FakeStage();
    private final Story story = new Story(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_was_played_is_exactly_the_timeline(long seed) throws IOException {
        var events = RandomStory.of(seed, 80).events();
        for (var order : Order.values()) {
            var scenes = new Scenes(fold, order).of(events);
            assertThat(scenes).extracting(Scene::id).doesNotHaveDuplicates();
            assertThat(scenes).extracting(Scene::moment).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(latest(scenes)).isEqualTo(timeline(events));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void at_each_event_the_stage_holds_the_timeline_as_of_then(long seed) {
        var events = RandomStory.of(seed, 60).events();
        var scenes = new Scenes(fold, Order.RECORDED).of(events);
        for (var event : events) {
            var played = scenes.stream()
                    .filter(scene -> scene.sequence() <= event.sequence())
                    .toList();
            assertThat(latest(played)).isEqualTo(timeline(events.subList(0, (int) event.sequence())));
        }
    }

    @Test
    void silences_are_shortened_by_the_speed_and_the_first_entry_comes_at_once() throws IOException {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed("error rate 12 %");
        story.observed("error rate 21 %");

        play(tempo("60", null), null);

        assertThat(stage.times)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(stage.sent.getLast()).isEqualTo("id: end\nevent: end\ndata: {}\n\n");
    }

    @Test
    void long_silences_are_cut_short_when_asked() throws IOException {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed("error rate 12 %");

        play(tempo("0.1", "PT5S"), null);

        assertThat(stage.times).containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void slow_writing_does_not_add_up() throws IOException {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed("error rate 12 %");
        story.observed("error rate 21 %");
        stage.writing = Duration.ofMillis(300);

        play(tempo("60", null), null);

        assertThat(stage.times.subList(0, 3))
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void who_comes_back_hears_the_rest_after_the_silence_that_belongs_before_it() throws IOException {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var rate = story.observed("error rate 12 %");
        story.corrected(rate, "error rate 21 %");

        play(tempo("60", null), "2.2");

        assertThat(stage.times.getFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(stage.sent.getFirst())
                .startsWith("id: 3.2\nevent: corrected\ndata: {")
                .contains("error rate 21 %");
        assertThatThrownBy(() -> play(tempo("60", null), "2.7")).isInstanceOf(ProblemException.class);
    }

    @Test
    void an_entry_is_first_told_as_it_stood_and_then_what_became_of_it() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.ago(Duration.ofMinutes(30));
        var deploy = story.observed("checkout was deployed");
        story.corrected(deploy, "search was deployed");
        story.struck(deploy);
        story.pinned(deploy);
        story.redacted(deploy);

        assertThat(new Scenes(fold, Order.RECORDED).of(story.events()))
                .extracting(scene -> scene.kind().wireName())
                .containsExactly("entry", "entry", "corrected", "struck", "pinned", "redacted");
        assertThat(new Scenes(fold, Order.OCCURRED).of(story.events()))
                .extracting(Scene::id)
                .containsExactly("2.2", "1.1", "3.2", "4.2", "5.2", "6.2");
    }

    @Test
    void it_begins_where_asked() {
        var scenes = new Scenes(fold, Order.RECORDED).of(RandomStory.of(1, 20).events());
        var programme = Programme.from(scenes, Story.START.plus(Duration.ofMinutes(10)));
        assertThat(programme.scenes()).isEqualTo(scenes.subList(10, scenes.size()));
        assertThat(programme.after()).isEqualTo(Story.START.plus(Duration.ofMinutes(10)));
        assertThat(Programme.from(scenes, Story.START.plus(Duration.ofDays(1))).scenes())
                .isEmpty();
    }

    @Test
    void nothing_is_played_once_nobody_looks() throws IOException {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        stage.open = false;
        play(tempo("60", null), null);
        assertThat(stage.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.09", "100001", "-1", "NaN", "x", "", "1e99999999999"})
    void a_speed_out_of_range_is_refused(String speed) {
        assertThatThrownBy(() -> tempo(speed, null)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-PT1S", "P1Y"})
    void a_silence_that_is_none_is_refused(String silence) {
        assertThatThrownBy(() -> tempo("1", silence)).isInstanceOf(ProblemException.class);
    }

    private static Tempo tempo(String speed, @Nullable String maxSilence) {
        return Tempo.parse(speed, maxSilence);
    }

    private void play(Tempo tempo, @Nullable String behind) throws IOException {
        var scenes = new Scenes(fold, Order.RECORDED).of(story.events());
        var programme = behind == null ? Programme.from(scenes, null) : Programme.behind(scenes, behind);
        new Player(tempo, JSON).play(programme, stage);
    }

    private static Map<UUID, TimelineEntry> latest(List<Scene> scenes) {
        var entries = new HashMap<UUID, TimelineEntry>();
        scenes.stream()
                .sorted(Comparator.comparingLong(Scene::sequence))
                .forEach(scene -> entries.put(scene.entry().entryId(), scene.entry()));
        return entries;
    }

    private Map<UUID, TimelineEntry> timeline(List<RecordedEvent> events) {
        return Replay.of(fold, events)
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .collect(Collectors.toMap(TimelineEntry::entryId, entry -> entry));
    }

    /** Time passes only while it waits and writes. */
    private static final class FakeStage implements Player.Stage {

        private final List<String> sent = new ArrayList<>();
        private final List<Duration> times = new ArrayList<>();
        private Duration now = Duration.ZERO;
        private Duration writing = Duration.ZERO;
        private boolean open = true;

        @Override
        public Duration elapsed() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now = now.plus(time);
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void send(String events) {
            sent.add(events);
            times.add(now);
            now = now.plus(writing);
        }
    }
}
