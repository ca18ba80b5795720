package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trainee goes through a past incident decision by decision, and the future stays hidden until the last. */
@ExtendWith(RunningDecklog.class)
class RehearsalIT {

    private static final List<Map<String, String>> OPTIONS =
            List.of(Map.of("name", "fail over", "risk", "the replica lags"), Map.of("name", "wait"));

    private final RestClient http;
    private final OwnIncident past;

    RehearsalIT(RestClient http) {
        this.http = http;
        this.past = OwnIncident.declaredTo(http);
        past.observe("5xx at 12 %");
        decided("Fail over?", "fail over");
        past.observe("the second region is cold");
        decided("Tell the press?", "wait");
        past.recorded("/resolve", Map.of("summary", "the certificate was renewed"));
    }

    @Test
    void the_trainee_sees_as_far_as_the_next_decision_and_all_of_it_at_the_end() {
        var started = http.post(past.path() + "/rehearsals", "");
        var rehearsal = started.text("/id");
        var trainee = http.with("Decklog-Rehearsal", rehearsal).after(started);

        var first = trainee.get("/rehearsals/" + rehearsal);
        assertThat(first.text("/rehearses/number")).isEqualTo(past.number());
        assertThat(first.text("/scene/question")).isEqualTo("Fail over?");
        assertThat(first.at("/finished").asBoolean()).isFalse();
        assertThat(first.body())
                .doesNotContain("Tell the press?", "cold", "certificate", "as it should be", "comparison");
        assertThat(texts(trainee.get("/rehearsals/" + rehearsal + "/timeline")))
                .hasSize(2)
                .last()
                .isEqualTo("5xx at 12 %");

        var answered = answer(trainee, rehearsal, 1, "wait");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        trainee = trainee.after(answered);
        assertThat(trainee.get("/rehearsals/" + rehearsal).text("/scene/question"))
                .isEqualTo("Tell the press?");
        assertThat(texts(trainee.get("/rehearsals/" + rehearsal + "/timeline")))
                .hasSize(4)
                .last()
                .isEqualTo("the second region is cold");

        trainee = trainee.after(answer(trainee, rehearsal, 2, "wait"));
        var end = trainee.get("/rehearsals/" + rehearsal);
        assertThat(end.at("/finished").asBoolean()).isTrue();
        assertThat(end.all("/comparison"))
                .extracting(
                        scene -> scene.at("/own/chosen").asString(),
                        scene -> scene.at("/real/chosen").asString(),
                        scene -> scene.at("/agreed").asBoolean())
                .containsExactly(tuple("wait", "fail over", false), tuple("wait", "wait", true));
        assertThat(texts(trainee.get("/rehearsals/" + rehearsal + "/timeline"))).hasSize(6);
        Refusal.of(answer(trainee, rehearsal, 3, "wait"), 409, "REHEARSAL_FINISHED");
    }

    @Test
    void with_the_rehearsal_nothing_else_can_be_reached() {
        var rehearsal = http.post(past.path() + "/rehearsals", "").text("/id");
        var trainee = http.with("Decklog-Rehearsal", rehearsal);
        for (var hidden : List.of(
                past.path(),
                past.path() + "/timeline",
                "/incidents/" + past.number() + "/timeline/stream",
                "/incidents",
                "/decisions",
                "/stream",
                "/log",
                "/stopgaps",
                "/incidents/" + rehearsal + "x",
                "/rehearsals/" + UUID.randomUUID())) {
            Refusal.of(trainee.get(hidden), 403, "HIDDEN_IN_REHEARSAL");
        }
        Refusal.of(trainee.post(past.path() + "/observations", Map.of("text", "?")), 403, "HIDDEN_IN_REHEARSAL");
        assertThat(trainee.get("/rehearsals/" + rehearsal + "/../.." + past.path())
                        .status())
                .isIn(400, 403, 404);
        assertThat(trainee.get("/rehearsals/" + rehearsal + "/%2e%2e/%2e%2e" + past.path())
                        .status())
                .isIn(400, 403, 404);
        Refusal.of(http.with("Decklog-Rehearsal", past.number()).get(past.path()), 400, "INVALID_REHEARSAL");

        var own =
                trainee.post("/incidents/" + rehearsal + "/observations", Map.of("text", "I would look at the cache"));
        assertThat(own.status()).isEqualTo(201);
        assertThat(trainee.after(own).get("/incidents/" + rehearsal).text("/kind"))
                .isEqualTo("DRILL");
    }

    @Test
    void a_scene_is_answered_once_whoever_answers() {
        var rehearsal = http.post(past.path() + "/rehearsals", "").text("/id");
        Refusal.of(answer(http, rehearsal, 2, "wait"), 409, "NOT_THIS_SCENE");
        Refusal.of(answer(http, rehearsal, 1, "pray"), 422, "CHOICE_NOT_AMONG_OPTIONS");
        var keyed = http.with("Idempotency-Key", UUID.randomUUID().toString());

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(one -> answer(one % 2 == 0 ? keyed : http, rehearsal, 1, "wait")
                        .status())
                .toList();

        assertThat(statuses).containsOnly(201, 409).contains(201);
        var again = answer(keyed, rehearsal, 1, "wait");
        assertThat(again.status()).isIn(201, 409);
        var read = http.with("Decklog-Position", http.get("/log").text("/position"))
                .get("/rehearsals/" + rehearsal);
        assertThat(read.all("/answers")).hasSize(1);
        assertThat(read.at("/scene/scene").asInt()).isEqualTo(2);
    }

    @Test
    void an_answer_may_bring_an_option_of_its_own() {
        var started = http.post(past.path() + "/rehearsals", Map.of("onBehalfOf", "trainee"));
        var answered = http.post(
                "/rehearsals/" + started.text("/id") + "/answers",
                Map.of(
                        "scene",
                        1,
                        "chosen",
                        "serve stale pages",
                        "rationale",
                        "old is better than none",
                        "options",
                        List.of(Map.of("name", "serve stale pages", "reversibility", "REVERSIBLE"))));
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    @Test
    void what_cannot_be_rehearsed_is_told() {
        var nothing = OwnIncident.declaredTo(http);
        Refusal.of(nothing.post("/rehearsals", ""), 409, "NOTHING_TO_REHEARSE");
        Refusal.of(http.post("/incidents/" + UUID.randomUUID() + "/rehearsals", ""), 404, "UNKNOWN_INCIDENT");
        var rehearsal = http.post(past.path() + "/rehearsals", "");
        Refusal.of(http.post("/incidents/" + rehearsal.text("/id") + "/rehearsals", ""), 409, "NOTHING_TO_REHEARSE");
        Refusal.of(http.after(rehearsal).get("/rehearsals/" + past.id()), 404, "UNKNOWN_REHEARSAL");
        Refusal.of(answer(http, past.id().toString(), 1, "wait"), 404, "UNKNOWN_REHEARSAL");
        Refusal.of(
                http.post("/rehearsals/" + rehearsal.text("/id") + "/answers", Map.of("chosen", "wait")),
                422,
                "VALIDATION");
    }

    private void decided(String question, String chosen) {
        past.recorded(
                "/decisions",
                Map.of("question", question, "options", OPTIONS, "chosen", chosen, "rationale", "as it should be"));
    }

    private static Answer answer(RestClient client, String rehearsal, int scene, String chosen) {
        return client.post(
                "/rehearsals/" + rehearsal + "/answers",
                Map.of("scene", scene, "chosen", chosen, "rationale", "as in the drill"));
    }

    private static List<String> texts(Answer timeline) {
        return timeline.all("/entries").stream()
                .map(entry -> entry.path("text").asString())
                .toList();
    }
}
