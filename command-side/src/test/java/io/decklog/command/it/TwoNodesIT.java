package io.decklog.command.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes write to one log. Neither knows what the other has cached; only the database stands between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnAnyPostgres
class TwoNodesIT {

    private final String database = TestDatabase.create();
    private final Node here = Node.on(database);
    private final Node there = Node.on(database);

    @AfterAll
    void close() {
        here.close();
        there.close();
    }

    @Test
    void writers_on_both_nodes_lose_no_update_of_one_incident() throws Exception {
        var incident = here.declare();

        var answers = atOnce(IntStream.range(0, 40)
                .mapToObj(writer -> call(() -> nodeOf(writer).observe(incident, "by writer " + writer)))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(answers)
                .extracting(Answer::sequence)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 41).boxed().toList());
    }

    @Test
    void of_writers_on_both_nodes_who_expect_the_same_sequence_one_wins() throws Exception {
        var incident = here.declare();
        there.observe(incident, "so that both have it in their caches");

        var answers = atOnce(IntStream.range(0, 6)
                .mapToObj(writer -> call(() -> nodeOf(writer)
                        .http()
                        .with("If-Match", "\"2\"")
                        .post(incident + "/observations", Map.of("text", "mine"))))
                .toList());

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 412, 412, 412, 412, 412);
    }

    @Test
    void of_duplicates_on_both_nodes_one_is_recorded_and_both_are_answered() throws Exception {
        var incident = here.declare();
        var key = UUID.randomUUID().toString();

        var answers = atOnce(IntStream.range(0, 6)
                .mapToObj(writer -> call(() -> nodeOf(writer)
                        .http()
                        .with("Idempotency-Key", key)
                        .post(incident + "/observations", Map.of("text", "once"))))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(here.observe(incident, "and the next").sequence()).isEqualTo(3);
    }

    @Test
    void a_node_refuses_nothing_that_the_other_has_made_possible() {
        var incident = here.declare();
        there.observe(incident, "there it is cached as open");
        here.record(incident + "/resolve", Map.of("summary", "done"));

        there.record(incident + "/close", Map.of("summary", "over"));
        assertThat(here.observe(incident, "too late").text("/code")).isEqualTo("INCIDENT_CLOSED");
        here.record(incident + "/reopen", Map.of("reason", "it is back"));
        assertThat(there.observe(incident, "there again").sequence()).isEqualTo(6);
    }

    @Test
    void a_node_takes_nothing_for_said_already_that_the_other_has_made_news() {
        var incident = here.declare();
        there.observe(incident, "there its severity is cached");
        var declared = Map.of("severity", "SEV2", "reason", "as at first");
        here.record(incident + "/severity", Map.of("severity", "SEV1", "reason", "worse"));

        var back = there.post(incident + "/severity", declared);

        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(back.sequence()).isEqualTo(4);
        assertThat(there.post(incident + "/severity", declared).status()).isEqualTo(200);
    }

    private Node nodeOf(int writer) {
        return writer % 2 == 0 ? here : there;
    }

    private static Callable<Answer> call(Callable<Answer> call) {
        return call;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var running : threads.invokeAll(calls)) {
                answers.add(running.get());
            }
            return answers;
        }
    }
}
