package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.command.CommandSide;
import io.decklog.query.QuerySide;
import io.decklog.wiring.test.RestClient;
import io.decklog.wiring.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A log that moves from PostgreSQL to Axon Server and back. It needs an empty Axon Server, so one that it starts itself. */
@ExtendWith(RunningDecklog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "canBeStarted",
        disabledReason = "nothing that starts an Axon Server is given by test.axon-server-command")
class MovedToAxonServerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RestClient postgres;
    private final ThrowAwayFolder folder = new ThrowAwayFolder();
    private final DecklogServer empty =
            DecklogServer.start(new ServerSettings(folder.path(), "127.0.0.1", 0), notice -> {});
    private AxonServerUnderTest server;
    private NodeProcess commands;
    private NodeProcess queries;

    MovedToAxonServerIT(RestClient postgres) {
        this.postgres = postgres;
    }

    static boolean canBeStarted() {
        return System.getProperty(AxonServerUnderTest.COMMAND) != null;
    }

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        server = AxonServerUnderTest.in(files);
        commands = node(CommandSide.class, files);
        queries = node(QuerySide.class, files);
        commands.awaitReady();
        queries.awaitReady();
    }

    private NodeProcess node(Class<?> side, Path files) throws Exception {
        var node = new NodeProcess(
                side,
                TestDatabase.create(),
                files,
                "--decklog.engine=axon-server",
                "--decklog.axon-server.servers=" + server.address());
        node.start();
        return node;
    }

    @AfterAll
    void end() throws Exception {
        empty.close();
        folder.delete();
        queries.kill();
        commands.kill();
        server.close();
    }

    @Test
    void it_is_the_same_log_on_either_engine() throws Exception {
        var incident = aStory();
        var exported = postgres.get("/exports/log").body();

        imports(commands.http(), exported);
        imports(commands.http(), exported);

        var moved = exportOf(queries.http(), events(exported));
        assertThat(moved).isEqualTo(exported);
        isTheSame(queries.http(), incident);
        takesWhatComesNext(incident);

        var back = exportOf(queries.http(), events(exported) + 2);
        var home = new RestClient(empty.address());
        imports(home, back);
        assertThat(home.get("/exports/log").body()).isEqualTo(back);
    }

    private String aStory() {
        var declared = postgres.post(
                "/incidents", Map.of("title", "Orders fail ✓", "severity", "SEV2", "services", List.of("checkout")));
        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        var path = "/incidents/" + declared.text("/id");
        var secret = postgres.post(path + "/observations", Map.of("text", "the password is swordfish"));
        var redacted = postgres.post(
                path + "/entries/" + secret.text("/entryId") + "/redaction", Map.of("reason", "a password"));
        assertThat(redacted.status()).as(redacted.toString()).isEqualTo(201);
        return declared.text("/id");
    }

    private static void imports(RestClient into, String exported) {
        var imported = into.with("Content-Type", "application/x-ndjson").post("/imports/log", exported);
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.body()).contains("\"DONE\"");
    }

    /** Once the copy of the log has come that far. */
    private static String exportOf(RestClient from, long events) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (from.get("/log").at("/events").asLong() < events && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return from.get("/exports/log").body();
    }

    private static long events(String exported) {
        return exported.lines().count() - 2;
    }

    private void isTheSame(RestClient there, String incident) {
        var seen = there.with("Decklog-Position", there.get("/log").text("/position"));
        for (var path : List.of("", "/timeline?order=recorded", "/postmortem")) {
            var is = seen.get("/incidents/" + incident + path);
            assertThat(is.status()).as(is.toString()).isEqualTo(200);
            assertThat(withoutPosition(is.body()))
                    .isEqualTo(withoutPosition(
                            postgres.get("/incidents/" + incident + path).body()));
        }
    }

    private static String withoutPosition(String body) {
        return body.replaceAll("\"position\":\"?\\d+\"?|up to position \\d+", "");
    }

    /** Ids that came with the file are taken, and its numbers are given. */
    private void takesWhatComesNext(String incident) {
        var other = commands.http()
                .post("/incidents", Map.of("title", "Mail is late", "severity", "SEV4", "services", List.of("mail")));
        assertThat(other.status()).as(other.toString()).isEqualTo(201);
        assertThat(other.text("/number"))
                .isNotEqualTo(postgres.get("/incidents/" + incident).text("/number"));
        var path = "/incidents/" + other.text("/id") + "/observations";
        Refusal.of(commands.http().post(path, Map.of("id", incident, "text", "one more")), 409, "ID_TAKEN");
        var more = commands.http()
                .post("/incidents/" + incident + "/observations", Map.of("id", UUID.randomUUID(), "text", "one more"));
        assertThat(more.status()).as(more.toString()).isEqualTo(201);
    }
}
