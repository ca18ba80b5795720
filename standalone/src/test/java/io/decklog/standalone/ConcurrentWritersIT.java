package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningDecklog.class)
class ConcurrentWritersIT {

    private final RestClient http;

    ConcurrentWritersIT(RestClient http) {
        this.http = http;
    }

    @Test
    void many_writers_of_one_incident_all_get_through_each_entry_once_and_in_one_order() {
        var incident = OwnIncident.declaredTo(http);
        var ids =
                Stream.generate(UUID::randomUUID).map(UUID::toString).limit(60).toList();

        var answers = AtOnce.call(ids.stream()
                .map(id -> call(() -> incident.post("/observations", Map.of("id", id, "text", "seen by " + id))))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(answers)
                .extracting(Answer::sequence)
                .containsExactlyInAnyOrderElementsOf(from(2).limit(60).toList());
        var timeline = incident.timelineAfter(last(answers));
        assertThat(timeline)
                .extracting(entry -> entry.path("sequence").asLong())
                .containsExactlyElementsOf(from(1).limit(61).toList());
        assertThat(timeline.subList(1, timeline.size()))
                .extracting(entry -> entry.path("entryId").asString())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(timeline)
                .extracting(ConcurrentWritersIT::recordedAt)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void two_writers_who_know_of_each_other_lose_no_update() {
        var incident = OwnIncident.declaredTo(http);

        var expecting = incident.with("If-Match", "\"1\"");
        var answers =
                AtOnce.call(List.of(call(() -> expecting.observe("mine")), call(() -> expecting.observe("mine"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 412);
        assertThat(incident.sequence()).isEqualTo(2);
    }

    @Test
    void of_many_writers_who_expect_the_same_sequence_exactly_one_wins_and_the_others_are_told() {
        var incident = OwnIncident.declaredTo(http);
        for (long sequence = 1; sequence <= 5; sequence++) {
            var expecting = incident.with("If-Match", "\"" + sequence + "\"");

            var answers = AtOnce.call(IntStream.range(0, 8)
                    .mapToObj(writer -> call(() -> expecting.observe("writer " + writer)))
                    .toList());

            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 201)
                    .forEach(answer -> Refusal.of(answer, 412, "SEQUENCE_MISMATCH"));
            assertThat(incident.sequence()).isEqualTo(sequence + 1);
        }
    }

    @Test
    void of_many_writers_who_take_the_same_id_exactly_one_wins() {
        var incidents =
                Stream.generate(() -> OwnIncident.declaredTo(http)).limit(6).toList();
        var entry = Map.of("id", UUID.randomUUID().toString(), "text", "mine");

        var answers = AtOnce.call(incidents.stream()
                .map(incident -> call(() -> incident.post("/observations", entry)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> Refusal.of(answer, 409, "ID_TAKEN"));
    }

    @Test
    void of_many_who_take_the_same_decision_exactly_one_decides() {
        var incident = OwnIncident.declaredTo(http);
        var options = List.of(Map.of("name", "Roll back"), Map.of("name", "Feature off"));
        var raised = incident.recorded("/decisions", Map.of("question", "What now?", "options", options));

        var answers = AtOnce.call(Stream.of("Roll back", "Feature off", "Roll back", "Feature off")
                .map(name -> call(() -> incident.post(
                        "/decisions/" + raised + "/choice", Map.of("chosen", name, "rationale", "first come"))))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> Refusal.of(answer, 409, "DECISION_ALREADY_RECORDED"));
        assertThat(incident.sequence()).isEqualTo(3);
    }

    @Test
    void many_writers_of_many_incidents_all_get_through() {
        var incidents = AtOnce.call(IntStream.range(0, 20)
                .mapToObj(one -> (Callable<OwnIncident>) () -> OwnIncident.declaredTo(http))
                .toList());
        assertThat(incidents).extracting(OwnIncident::number).doesNotHaveDuplicates();

        var answers = AtOnce.call(incidents.stream()
                .flatMap(incident -> Stream.generate(() -> call(() -> incident.observe("one of five")))
                        .limit(5))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(incidents)
                .allSatisfy(incident -> assertThat(incident.timelineAfter(last(answers)))
                        .extracting(entry -> entry.path("sequence").asLong())
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
    }

    private static Callable<Answer> call(Callable<Answer> call) {
        return call;
    }

    private static Answer last(List<Answer> answers) {
        return answers.stream().max(Comparator.comparingLong(Answer::position)).orElseThrow();
    }

    private static Stream<Long> from(long first) {
        return LongStream.iterate(first, number -> number + 1).boxed();
    }

    private static Instant recordedAt(JsonNode entry) {
        return Instant.parse(entry.path("recordedAt").asString());
    }
}
