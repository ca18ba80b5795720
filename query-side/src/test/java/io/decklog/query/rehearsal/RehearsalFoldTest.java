package io.decklog.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Stamp;
import io.decklog.api.rehearsal.Scenario;
import io.decklog.api.rehearsal.Scene;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RehearsalFoldTest {

    private static final Option OTHER = new Option("none of these", null, null, null);
    private static final RehearsalFold FOLD = new RehearsalFold(new Lateness(Duration.ofMinutes(5)));
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void at_the_end_the_real_choices_stand_beside_the_own_ones() {
        var past = new Story(42);
        past.declared("Checkout fails", Severity.SEV2, "checkout");
        var options = List.of(new Option("fail over", null, null, null), new Option("wait", null, null, null));
        past.decided("Fail over?", options, "fail over");
        past.ago(Duration.ofMinutes(30)).observed("the vendor's certificate had expired");
        past.decided("Tell the press?", options, "wait");
        past.resolved();
        var drill = new Drill(past);

        drill.answer("fail over");
        assertThat(drill.state().finished()).isFalse();
        assertThat(drill.state().comparison()).isNull();
        drill.answer("none of these");

        var end = drill.state();
        assertThat(end.finished()).isTrue();
        assertThat(end.scene()).isNull();
        assertThat(end.comparison())
                .extracting(
                        Rehearsal.Compared::agreed,
                        scene -> scene.real().chosen(),
                        scene -> scene.own().chosen())
                .containsExactly(tuple(true, "fail over", "fail over"), tuple(false, "wait", "none of these"));
        assertThat(Objects.requireNonNull(end.comparison()).getFirst().known().trueButUnknown())
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("the vendor's certificate had expired"));
        assertThat(drill.told()).isEqualTo(past.events());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void until_then_nothing_depends_on_what_came_after_the_scene(long seed) {
        var past = RandomStory.of(seed, 80);
        var drill = new Drill(past);
        for (var scene : drill.scenes()) {
            var state = drill.state();
            var later = past.events().subList(scene.before(), past.events().size());

            assertThat(drill.told()).isEqualTo(past.events().subList(0, scene.before()));
            assertThat(state.scene()).isNotNull();
            assertThat(JSON.writeValueAsString(state))
                    .doesNotContain(later.stream()
                            .map(event -> event.stamp().id().toString())
                            .toList())
                    .doesNotContain("\"comparison\"", "\"chosen\":\"" + realChoice(past, scene));
            drill.answer(OTHER.name());
        }
        assertThat(drill.state().finished()).isTrue();
        assertThat(drill.state().comparison()).hasSameSizeAs(drill.scenes());
    }

    @Test
    void what_the_log_learnt_after_the_rehearsal_began_does_not_change_it() {
        var past = new Story(42);
        past.declared("Checkout fails", Severity.SEV2, "checkout");
        var first = past.decided("Fail over?", List.of(OTHER), OTHER.name());
        var drill = new Drill(past);
        past.struck(first);
        assertThat(drill.state().scene()).isNotNull();
        assertThat(new Drill(past).scenes()).isEmpty();
    }

    private static String realChoice(Story past, Scene scene) {
        return ((DecisionRecorded) past.events().get(scene.before()).event())
                .choice()
                .chosen();
    }

    /** A rehearsal of a story, told as far as it had come when the rehearsal began. */
    private static final class Drill {

        private static final IncidentId ID = new IncidentId(UUID.fromString("0199d2a0-0000-7000-8000-00000000ffff"));

        private final List<RecordedEvent> own = new ArrayList<>();
        private final List<RecordedEvent> past;

        Drill(Story past) {
            this.past = past.events();
            take(new IncidentDeclared(
                    ID,
                    stamp(UUID.randomUUID()),
                    new IncidentNumber(99),
                    "Rehearsal",
                    Severity.SEV2,
                    IncidentKind.DRILL,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    past.id()));
        }

        List<Scene> scenes() {
            return Scenario.of(past.stream().map(RecordedEvent::event).toList()).scenes();
        }

        Rehearsal state() {
            return FOLD.of(own, past);
        }

        List<RecordedEvent> told() {
            return FOLD.told(own, past);
        }

        void answer(String chosen) {
            var scene = scenes().get(own.size() - 1);
            var options = new ArrayList<>(scene.options());
            options.add(OTHER);
            var id = scene.answerIn(ID);
            take(new DecisionRecorded(
                    ID,
                    stamp(id.value()),
                    id,
                    scene.question(),
                    options,
                    new Choice(chosen, "as drilled", List.of(), "trainee", List.of(), null),
                    null));
        }

        private void take(IncidentEvent event) {
            own.add(new RecordedEvent(event, own.size() + 1));
        }

        private Stamp stamp(UUID id) {
            var at = Instant.parse("2026-05-01T09:00:00Z").plusSeconds(own.size());
            return new Stamp(id, new Attribution("trainee", "trainee", null), at, at, null, null);
        }
    }
}
