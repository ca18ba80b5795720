package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.command.CommandSide;
import io.decklog.query.QuerySide;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two command sides and two query sides, each in a process of its own, on one PostgreSQL that is given by its address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnAnyPostgres
class SeveralNodesIT {

    private static final int WRITERS = 4;

    /** Between two entries of one writer. */
    private static final int PAUSE_MILLIS = 50;

    final String database = TestDatabase.create();
    private List<NodeProcess> commandNodes = List.of();
    private List<NodeProcess> queryNodes = List.of();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        commandNodes = List.of(node(CommandSide.class, folder), node(CommandSide.class, folder));
        queryNodes = List.of(node(QuerySide.class, folder), node(QuerySide.class, folder));
        for (var node : allNodes()) {
            node.start();
        }
        for (var node : allNodes()) {
            node.awaitReady();
        }
    }

    NodeProcess node(Class<?> side, Path folder) {
        return new NodeProcess(side, database, folder);
    }

    /** The first and the second. */
    NodeProcess commandNode(int which) {
        return commandNodes.get(which);
    }

    NodeProcess queryNode(int which) {
        return queryNodes.get(which);
    }

    List<NodeProcess> allNodes() {
        return Stream.concat(commandNodes.stream(), queryNodes.stream()).toList();
    }

    @AfterAll
    void end() throws InterruptedException {
        for (var node : allNodes()) {
            node.kill();
        }
    }

    @Test
    void writers_of_one_incident_on_different_nodes_lose_nothing_and_double_nothing() {
        var incident = declared();
        var ids =
                Stream.generate(UUID::randomUUID).map(UUID::toString).limit(80).toList();

        var answers = AtOnce.call(IntStream.range(0, ids.size())
                .mapToObj(i -> call(() -> commandNodes
                        .get(i % 2)
                        .http()
                        .post(incident + "/observations", Map.of("id", ids.get(i), "text", "seen by " + i))))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        for (var reader : queryNodes) {
            var timeline = timeline(reader, incident, lastOf(answers));
            assertThat(timeline)
                    .extracting(entry -> entry.path("sequence").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 81).boxed().toList());
            assertThat(timeline.subList(1, 81))
                    .extracting(entry -> entry.path("entryId").asString())
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void a_key_stands_for_one_entry_on_all_nodes() {
        var incident = declared();
        var key = UUID.randomUUID().toString();
        var once = call(() -> commandNodes
                .get(0)
                .http()
                .with("Idempotency-Key", key)
                .post(incident + "/observations", Map.of("text", "once")));
        var elsewhere = call(() -> commandNodes
                .get(1)
                .http()
                .with("Idempotency-Key", key)
                .post(incident + "/observations", Map.of("text", "once")));

        var answers = new ArrayList<>(AtOnce.call(List.of(once, elsewhere, once, elsewhere)));
        answers.addAll(AtOnce.call(List.of(elsewhere)));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers.getLast().header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(timeline(queryNodes.get(0), incident, lastOf(answers))).hasSize(2);
    }

    @Test
    void what_any_node_takes_is_told_by_every_query_node_in_one_order() throws Exception {
        var incident = declared();
        var start = head();
        try (var here = StreamReader.behind(start, queryNodes.get(0).address());
                var there = StreamReader.behind(start, queryNodes.get(1).address())) {
            var answers = AtOnce.call(IntStream.range(0, 40)
                    .mapToObj(i -> call(() -> commandNodes
                            .get(i % 2)
                            .http()
                            .post(incident + "/observations", Map.of("text", "5xx at " + i + " %"))))
                    .toList());

            var last = lastOf(answers).position();
            assertThat(here.until(last)).isEqualTo(there.until(last)).isEqualTo(positionsBehind(start));
        }
    }

    @Test
    void a_deadline_is_told_once() throws Exception {
        var due = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
        var incident = declared();
        var tasks = IntStream.range(0, 6)
                .mapToObj(i -> Map.of("description", "task " + i, "assignee", "sam", "dueAt", due))
                .map(task -> new PersistentClient(addresses(commandNodes)).post(incident + "/tasks", task))
                .toList();

        while (number("SELECT count(*) FROM command_side.scheduled_tasks WHERE task_instance LIKE 'TASK/%'") > 0) {
            Thread.sleep(50);
        }

        assertThat(tasks).extracting(Answer::status).containsOnly(201);
        var told = new PersistentClient(addresses(queryNodes))
                .get(incident + "/timeline", head())
                .all("/entries");
        assertThat(told.stream().filter(entry -> entry.path("by").asString().equals("decklog")))
                .hasSize(6);
    }

    @Test
    void when_a_query_node_is_killed_the_other_carries_its_projections_on() throws Exception {
        var incident = declared();
        var here = queryNodes.get(0);
        var there = queryNodes.get(1);
        for (var killed : queryNodes) {
            var survivor = killed == here ? there : here;
            killed.kill();

            var written = commandNodes.get(0).http().post(incident + "/observations", Map.of("text", "still there"));

            var read =
                    new PersistentClient(List.of(survivor.address())).get(incident + "/timeline", written.position());
            assertThat(read.all("/entries").getLast().path("sequence").asLong()).isEqualTo(written.sequence());
            killed.start();
            killed.awaitReady();
        }
    }

    @Test
    void while_the_nodes_are_restarted_one_after_the_other_nobody_is_refused_and_nothing_is_lost() throws Exception {
        var incidents = Stream.generate(this::declared).limit(3).toList();
        var client = new PersistentClient(addresses(commandNodes));
        var start = head();
        var answers = new ConcurrentLinkedQueue<Answer>();
        var over = new AtomicBoolean();
        try (var stream = StreamReader.behind(start, addresses(queryNodes).toArray(URI[]::new));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> {
                        writeOn(client, incidents, answers, over);
                        return writer;
                    }))
                    .toList();
            try {
                for (var node : allNodes()) {
                    node.restart();
                }
            } finally {
                over.set(true);
            }
            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            assertThat(stream.until(head())).isEqualTo(positionsBehind(start));
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
            PersistentClient client, List<String> incidents, Queue<Answer> answers, AtomicBoolean over)
            throws InterruptedException {
        for (var i = 0; !over.get(); i++) {
            answers.add(
                    client.post(incidents.get(i % incidents.size()) + "/observations", Map.of("text", "entry " + i)));
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    List<String> observations(String incident) throws Exception {
        var reader = new PersistentClient(addresses(queryNodes));
        var ids = new ArrayList<String>();
        for (var cursor = ""; ; ) {
            var page = reader.get(incident + "/timeline?kind=observation&order=recorded&limit=1000" + cursor, head());
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.all("/entries").forEach(entry -> ids.add(entry.path("entryId").asString()));
            if (page.text("/nextCursor").isEmpty()) {
                return ids;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }

    /** Answers the path of a new incident, which the nodes take in turn. */
    String declared() {
        var answer = new PersistentClient(addresses(commandNodes)).post("/incidents", OwnIncident.DECLARATION);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return "/incidents/" + answer.text("/id");
    }

    static List<URI> addresses(List<NodeProcess> nodes) {
        return nodes.stream().map(NodeProcess::address).toList();
    }

    static List<JsonNode> timeline(NodeProcess node, String incident, Answer write) {
        var page = node.http().after(write).get(incident + "/timeline?order=recorded&limit=1000");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.all("/entries");
    }

    private static Answer lastOf(List<Answer> answers) {
        return answers.stream().max(Comparator.comparingLong(Answer::position)).orElseThrow();
    }

    private static Callable<Answer> call(Callable<Answer> call) {
        return call;
    }

    /** The position of the last event there is. */
    long head() throws Exception {
        return number("SELECT coalesce(max(global_index), 0) FROM log.domain_event_entry");
    }

    long number(String query) throws SQLException {
        return numbers(database, query).getFirst();
    }

    /** Where the log is that query nodes read. */
    String logDatabase() {
        return database;
    }

    private List<Long> positionsBehind(long start) throws SQLException {
        return numbers(
                logDatabase(),
                "SELECT global_index FROM log.domain_event_entry WHERE global_index > " + start + " ORDER BY 1");
    }

    static List<Long> numbers(String database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }
}
