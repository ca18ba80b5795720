package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axoniq.axonserver.grpc.event.Event;
import io.decklog.command.CommandSide;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same nodes on Axon Server, command sides on one PostgreSQL and query sides on another, and what only this engine has to
 * prove. Runs on the Axon Server that is given, see {@link AxonServerUnderTest}.
 */
@EnabledIf(
        value = "isGiven",
        disabledReason = "no Axon Server is given by test.axon-server or test.axon-server-command")
class AxonServerIT extends SeveralNodesIT {

    private static final int WRITERS = 6;
    private static final int EVENTS_OF_A_SNAPSHOT = 260;

    private final String copy = TestDatabase.create();
    private @Nullable AxonServerUnderTest server;

    static boolean isGiven() {
        return AxonServerUnderTest.isGiven();
    }

    /** Numbers of incidents begin where no other run of this test on the same server has left its own. */
    @Override
    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = AxonServerUnderTest.in(folder);
        super.start(folder);
        change(
                database,
                "ALTER SEQUENCE command_side.incident_number_sequence RESTART WITH "
                        + Instant.now().getEpochSecond());
    }

    @Override
    NodeProcess node(Class<?> side, Path folder) {
        return new NodeProcess(
                side,
                side.equals(CommandSide.class) ? database : copy,
                folder,
                "--decklog.engine=axon-server",
                "--decklog.axon-server.servers=" + server().address());
    }

    private AxonServerUnderTest server() {
        return java.util.Objects.requireNonNull(server, "started");
    }

    @Override
    @AfterAll
    void end() throws InterruptedException {
        super.end();
        server().close();
    }

    @Override
    long head() throws Exception {
        return server().head();
    }

    @Override
    String logDatabase() {
        return copy;
    }

    @Test
    void a_refusal_comes_from_whichever_node_decides_with_code_detail_and_field() {
        var incident = declared();
        var entry = Map.of("id", UUID.randomUUID(), "text", "once");
        assertThat(commandNode(0).http().post(incident + "/observations", entry).status())
                .isEqualTo(201);

        for (var node : List.of(commandNode(0), commandNode(1))) {
            var taken = Refusal.of(node.http().post(incident + "/observations", entry), 409, "ID_TAKEN");
            taken.about("id");
            Refusal.of(node.http().post(declared() + "/observations", entry), 409, "ID_TAKEN")
                    .about("id");
            Refusal.of(node.http().post(incident + "/close", ""), 409, "INCIDENT_NOT_RESOLVED");
            Refusal.of(
                    node.http().post("/incidents/" + UUID.randomUUID() + "/observations", Map.of("text", "lost")),
                    404,
                    "UNKNOWN_INCIDENT");
            Refusal.of(
                    node.http().with("If-Match", "\"1\"").post(incident + "/observations", Map.of("text", "late")),
                    412,
                    "SEQUENCE_MISMATCH");
        }
    }

    @Test
    void a_key_does_not_stand_for_another_request_whichever_node_is_asked() {
        var incident = declared();
        var key = UUID.randomUUID().toString();
        keyed(0, key).post(incident + "/observations", Map.of("text", "once"));

        Refusal.of(
                keyed(1, key).post(incident + "/observations", Map.of("text", "twice")), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    private io.decklog.wiring.test.RestClient keyed(int node, String key) {
        return commandNode(node).http().with("Idempotency-Key", key);
    }

    @Test
    void a_request_that_was_recorded_and_never_answered_is_answered_when_it_is_sent_again() throws Exception {
        var incident = declared();
        var key = UUID.randomUUID().toString();
        var first = keyed(0, key).post(incident + "/observations", Map.of("text", "once"));
        change(
                database,
                "UPDATE command_side.remembered_answer SET answer = NULL WHERE idempotency_key = '" + key + "'");

        var again = keyed(1, key).post(incident + "/observations", Map.of("text", "once"));

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(observations(incident)).containsExactly(first.text("/entryId"));
    }

    @Test
    void a_declaration_that_was_recorded_and_never_answered_is_not_recorded_again() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = keyed(0, key).post("/incidents", OwnIncident.DECLARATION);
        change(
                database,
                "UPDATE command_side.remembered_answer SET answer = NULL WHERE idempotency_key = '" + key + "'");
        var head = head();

        var again = keyed(1, key).post("/incidents", OwnIncident.DECLARATION);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(head()).isEqualTo(head);
        Refusal.of(
                commandNode(0).http().post("/incidents", with(OwnIncident.DECLARATION, "id", first.text("/id"))),
                409,
                "ID_TAKEN");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var more = new java.util.HashMap<>(body);
        more.put(field, value);
        return more;
    }

    @Test
    void a_long_incident_goes_on_from_its_snapshot() throws Exception {
        var incident = declared();
        var client = new PersistentClient(addresses(List.of(commandNode(0), commandNode(1))));
        var decision = client.post(
                incident + "/decisions",
                Map.of("question", "What now?", "options", List.of(Map.of("name", "Roll back"))));
        for (var i = 0; i < EVENTS_OF_A_SNAPSHOT; i++) {
            client.post(incident + "/observations", Map.of("text", "entry " + i));
        }
        var id = incident.replace("/incidents/", "");
        until(() -> server().hasSnapshotOf(id));
        commandNode(0).restart();
        commandNode(1).restart();

        var chosen = client.post(
                incident + "/decisions/" + decision.text("/decisionId") + "/choice",
                Map.of("chosen", "Roll back", "rationale", "what was raised first is still known"));

        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(201);
        assertThat(chosen.sequence()).isEqualTo(EVENTS_OF_A_SNAPSHOT + 3);
    }

    @Test
    void a_postmortem_is_drafted_by_a_query_node_and_published_by_a_command_node() {
        var incident = declared();
        var client = new PersistentClient(addresses(List.of(commandNode(0), commandNode(1))));
        client.post(incident + "/resolve", Map.of("summary", "rolled back"));
        client.post(incident + "/review", Map.of("facilitator", "noor"));

        var published = client.post(incident + "/review/publish", "");

        assertThat(published.status()).as(published.toString()).isEqualTo(201);
        var read = new PersistentClient(addresses(List.of(queryNode(0))))
                .get(incident + "/postmortem/versions/1", published.position());
        assertThat(read.body()).contains("rolled back");
        Refusal.of(
                commandNode(0).http().post("/incidents/" + UUID.randomUUID() + "/review/publish", ""),
                404,
                "UNKNOWN_INCIDENT");
    }

    @Test
    void a_redacted_text_goes_from_everything_but_the_log_itself_and_the_answer_says_so() throws Exception {
        var incident = declared();
        var secret = "hunter2-" + UUID.randomUUID();
        var client = new PersistentClient(addresses(List.of(commandNode(0), commandNode(1))));
        var entry = client.post(incident + "/observations", Map.of("text", secret));

        var redacted = client.post(
                incident + "/entries/" + entry.text("/entryId") + "/redaction", Map.of("reason", "a password"));

        assertThat(redacted.at("/textRemoved").asBoolean(true))
                .as(redacted.toString())
                .isFalse();
        var read =
                new PersistentClient(addresses(List.of(queryNode(0)))).get(incident + "/timeline", redacted.position());
        assertThat(read.body()).doesNotContain(secret).contains("\"redacted\":true");
        assertThat(numbers(
                        copy,
                        "SELECT count(*) FROM log.domain_event_entry WHERE convert_from(payload, 'UTF8') LIKE '%"
                                + secret + "%'"))
                .containsExactly(0L);
    }

    @Test
    void the_copy_is_what_stands_in_the_log() throws Exception {
        var incident = declared();
        commandNode(0).http().post(incident + "/severity", Map.of("severity", "SEV1", "reason", "wörse"));
        var written = commandNode(1).http().post(incident + "/observations", Map.of("text", "5xx at 12 %"));
        new PersistentClient(addresses(List.of(queryNode(0)))).get(incident + "/timeline", written.position());

        var count = 3;
        var events = server().last(count);

        assertThat(rowsBehind(events.getFirst().getToken()))
                .containsExactlyElementsOf(events.stream()
                        .map(event -> row(event.getToken() + 1, event.getEvent()))
                        .toList());
    }

    private static String row(long position, Event event) {
        return String.join(
                "|",
                "" + position,
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                "" + event.getAggregateSequenceNumber(),
                event.getAggregateType(),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                event.getPayload().getData().toString(StandardCharsets.UTF_8),
                "{\"salt\":\"" + event.getMetaDataOrThrow("salt").getTextValue() + "\"}",
                Instant.ofEpochMilli(event.getTimestamp()).toString());
    }

    private List<String> rowsBehind(long position) throws SQLException {
        try (var connection = DriverManager.getConnection(copy);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT concat_ws('|', global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                         payload_type, payload_revision, convert_from(payload, 'UTF8'),
                                         convert_from(meta_data, 'UTF8'), time_stamp)
                        FROM log.domain_event_entry WHERE global_index > %d ORDER BY global_index
                        """.formatted(position))) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Test
    void every_acknowledged_entry_is_there_once_after_a_command_node_was_killed() throws Exception {
        underLoad(() -> {
            commandNode(0).kill();
            Thread.sleep(1_000);
            commandNode(0).start();
            commandNode(0).awaitReady();
        });
    }

    @Test
    void every_acknowledged_entry_is_there_once_after_axon_server_was_killed() throws Exception {
        assumeTrue(server().isOurs(), "the Axon Server given by its address is not ours to kill");
        underLoad(() -> {
            server().kill();
            Refusal.of(commandNode(1).http().post("/incidents", OwnIncident.DECLARATION), 503, "STORE_UNAVAILABLE");
            assertThat(commandNode(0).http().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(commandNode(0).http().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
            assertThat(queryNode(0).http().get("/incidents").status()).isEqualTo(200);
            assertThat(queryNode(0).http().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            server().startAgain();
            for (var node : allNodes()) {
                node.awaitReady();
            }
        });
    }

    private interface Interruption {
        void happen() throws Exception;
    }

    /** Clients that write, and go on to write until they are answered, while something happens. */
    private void underLoad(Interruption interruption) throws Exception {
        var incidents = Stream.generate(this::declared).limit(3).toList();
        var client = new PersistentClient(addresses(List.of(commandNode(0), commandNode(1))), Duration.ofMinutes(4));
        var answers = new ConcurrentLinkedQueue<Answer>();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> threads.submit(() -> writeOn(client, incidents, answers, over)))
                    .toList();
            try {
                until(() -> answers.size() > 100);
                interruption.happen();
                var before = answers.size();
                until(() -> answers.size() > before + 100);
            } finally {
                over.set(true);
            }
            for (var writer : writers) {
                writer.get(5, TimeUnit.MINUTES);
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        var told = new ArrayList<String>();
        for (var incident : incidents) {
            told.addAll(observations(incident));
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        answers.stream().map(answer -> answer.text("/entryId")).toList());
    }

    private static void writeOn(
            PersistentClient client, List<String> incidents, Queue<Answer> answers, AtomicBoolean over) {
        for (var i = 0; !over.get(); i++) {
            answers.add(
                    client.post(incidents.get(i % incidents.size()) + "/observations", Map.of("text", "entry " + i)));
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it happens in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static void change(String database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
