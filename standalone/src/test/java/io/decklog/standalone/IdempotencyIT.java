package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningDecklog.class)
class IdempotencyIT {

    private static final Map<String, String> SEEN = Map.of("text", "5xx at 12 %");

    private final RestClient http;
    private final OwnIncident incident;
    private final String key = UUID.randomUUID().toString();

    IdempotencyIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void a_request_sent_again_is_answered_again_and_recorded_once() {
        var first = keyed().post("/observations", SEEN);
        incident.recorded("/observations", SEEN);

        var again = keyed().post("/observations", SEEN);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertReplayed(again, first);
        assertThat(incident.sequence()).isEqualTo(3);
    }

    @Test
    void a_declaration_sent_again_names_the_same_incident() {
        var client = http.with("Idempotency-Key", key);
        var before = http.get("/log").at("/events").asLong();
        var first = client.post("/incidents", OwnIncident.DECLARATION);

        assertReplayed(client.post("/incidents", OwnIncident.DECLARATION), first);

        assertThat(first.status()).isEqualTo(201);
        assertThat(http.get("/log").at("/events").asLong()).isEqualTo(before + 1);
    }

    @Test
    void what_recorded_nothing_is_remembered_like_any_success() {
        var same = Map.of("severity", "SEV2", "reason", "still");
        var first = keyed().post("/severity", same);
        incident.recorded("/severity", Map.of("severity", "SEV1", "reason", "worse"));

        var again = keyed().post("/severity", same);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(incident.sequence()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"5xx at 21 %\"}", "{ \"text\":\"5xx at 12 %\"}"})
    void a_key_does_not_stand_for_another_body_not_even_one_of_the_same_meaning(String other) {
        keyed().post("/observations", SEEN);

        Refusal.of(keyed().post("/observations", other), 422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(incident.sequence()).isEqualTo(2);
    }

    @Test
    void a_key_does_not_stand_for_another_address() {
        keyed().post("/observations", SEEN);
        var another = OwnIncident.declaredTo(http).with("Idempotency-Key", key);

        Refusal.of(another.post("/observations", SEEN), 422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(another.sequence()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_not_remembered() {
        Refusal.of(keyed().post("/close", ""), 409, "INCIDENT_NOT_RESOLVED");
        incident.recorded("/resolve", Map.of("summary", "done"));

        var closed = keyed().post("/close", "");

        assertThat(closed.status()).isEqualTo(201);
        assertThat(closed.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_replay_is_the_answer_of_then_whatever_has_become_of_the_incident() {
        var first = keyed().post("/observations", SEEN);
        incident.recorded("/resolve", Map.of("summary", "done"));
        incident.recorded("/close", "");

        assertReplayed(keyed().post("/observations", SEEN), first);
        assertReplayed(keyed().with("If-Match", "\"1\"").post("/observations", SEEN), first);
    }

    @Test
    void of_many_duplicates_in_flight_one_is_recorded_and_all_get_its_answer() {
        var duplicates = AtOnce.call(IntStream.range(0, 12)
                .mapToObj(one -> (Callable<Answer>) () -> keyed().post("/observations", SEEN))
                .toList());

        var first = duplicates.stream()
                .filter(answer -> answer.header("Idempotency-Replayed").isEmpty())
                .toList();
        assertThat(first).as(duplicates.toString()).hasSize(1);
        duplicates.stream()
                .filter(answer -> !answer.header("Idempotency-Replayed").isEmpty())
                .forEach(answer -> assertReplayed(answer, first.getFirst()));
        assertThat(incident.sequence()).isEqualTo(2);
    }

    @Test
    void of_many_duplicates_of_a_declaration_in_flight_one_declares() {
        var before = http.get("/log").at("/events").asLong();
        var client = http.with("Idempotency-Key", key);

        var duplicates = AtOnce.call(IntStream.range(0, 12)
                .mapToObj(one -> (Callable<Answer>) () -> client.post("/incidents", OwnIncident.DECLARATION))
                .toList());

        assertThat(duplicates).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(new HashSet<>(duplicates.stream().map(Answer::body).toList()))
                .hasSize(1);
        assertThat(http.get("/log").at("/events").asLong()).isEqualTo(before + 1);
    }

    @Test
    void a_key_is_the_same_with_quotes_and_without() {
        var first = keyed().post("/observations", SEEN);

        assertReplayed(incident.with("Idempotency-Key", "\"" + key + "\"").post("/observations", SEEN), first);
    }

    @Test
    void a_key_has_1_to_255_characters() {
        for (var bad : List.of("", "\"\"", "\" \"", "k".repeat(256))) {
            Refusal.of(incident.with("Idempotency-Key", bad).post("/observations", SEEN), 400, "VALIDATION")
                    .about("Idempotency-Key");
        }
        var longest = (key + "k".repeat(255)).substring(0, 255);
        assertThat(incident.with("Idempotency-Key", longest).observe("x").status())
                .isEqualTo(201);
        assertThat(incident.sequence()).isEqualTo(2);
    }

    private OwnIncident keyed() {
        return incident.with("Idempotency-Key", key);
    }

    static void assertReplayed(Answer again, Answer first) {
        assertThat(again.status()).as(again.toString()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        for (var header : List.of("Location", "ETag", "Decklog-Position")) {
            assertThat(again.header(header)).as(header).isNotEmpty().isEqualTo(first.header(header));
        }
    }
}
