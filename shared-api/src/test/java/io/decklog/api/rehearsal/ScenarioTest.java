package io.decklog.api.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 99));
    private static final Option WAIT = new Option("wait", null, null, null);
    private static final Instant AT = Instant.parse("2026-03-30T08:14:00Z");

    @Test
    void each_decision_that_was_taken_is_a_scene_before_its_choice() {
        var scenario = Scenario.of(List.of(raised(1), taken(2, 1), raised(3), taken(4, 4)));
        assertThat(scenario.scenes())
                .containsExactly(
                        new Scene(1, 1, decision(1), "question 1", List.of(WAIT), AT),
                        new Scene(2, 3, decision(4), "question 4", List.of(WAIT), AT));
        assertThat(scenario.scene(2))
                .hasValueSatisfying(scene -> assertThat(scene.number()).isEqualTo(2));
        assertThat(scenario.scene(0)).isEmpty();
        assertThat(scenario.scene(3)).isEmpty();
    }

    @Test
    void what_was_struck_or_redacted_since_is_none() {
        var scenario = Scenario.of(List.of(
                taken(1, 1),
                taken(2, 2),
                raised(3),
                taken(4, 3),
                taken(5, 5),
                struck(6, 1),
                redacted(7, 2),
                redacted(8, 3)));
        assertThat(scenario.scenes()).extracting(Scene::decisionId).containsExactly(decision(5));
        assertThat(scenario.scenes().getFirst().number()).isEqualTo(1);
    }

    @Test
    void an_answer_has_an_id_of_its_own_in_every_rehearsal() {
        var scene = new Scene(1, 0, decision(1), "?", List.of(), AT);
        var other = new Scene(2, 0, decision(1), "?", List.of(), AT);
        assertThat(scene.answerIn(INCIDENT))
                .isEqualTo(scene.answerIn(INCIDENT))
                .isNotEqualTo(other.answerIn(INCIDENT))
                .isNotEqualTo(scene.answerIn(new IncidentId(new UUID(0, 98))));
    }

    private static IncidentEvent raised(int id) {
        return new DecisionRaised(INCIDENT, stamp(id), decision(id), "question " + id, List.of(), List.of(), null);
    }

    private static IncidentEvent taken(int id, int decision) {
        var choice = new Choice("wait", "why not", List.of(), "ana", List.of(), null);
        return new DecisionRecorded(
                INCIDENT, stamp(id), decision(decision), "question " + decision, List.of(WAIT), choice, null);
    }

    private static IncidentEvent struck(int id, int entry) {
        return new EntryStruck(INCIDENT, stamp(id), new EntryId(new UUID(0, entry)), "a mistake");
    }

    private static IncidentEvent redacted(int id, int entry) {
        return new EntryRedacted(INCIDENT, stamp(id), new EntryId(new UUID(0, entry)), "a name");
    }

    private static DecisionId decision(int id) {
        return new DecisionId(new UUID(0, id));
    }

    private static Stamp stamp(int id) {
        return new Stamp(new UUID(0, id), new Attribution("ana", "ana", null), AT, AT, null, null);
    }
}
