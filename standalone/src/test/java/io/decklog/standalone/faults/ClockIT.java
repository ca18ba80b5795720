package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.command.CommandSide;
import io.decklog.query.QuerySide;
import io.decklog.standalone.NodeProcess;
import io.decklog.standalone.OwnIncident;
import io.decklog.standalone.postgres.EmbeddedDatabase;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The clocks of nodes are set forward and back by an hour, of some or of all, while clients are writing. */
@OnEmbeddedPostgres
class ClockIT {

    private static final int BEFORE = 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private EmbeddedDatabase database;
    private SettableNode commandNode;
    private List<SettableNode> queryNodes = List.of();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        SettableNode.demandTools();
        database = EmbeddedDatabase.start(folder.resolve("data"), _ -> {});
        var place = "%s?user=%s&password=%s".formatted(database.jdbcUrl(), database.username(), database.password());
        commandNode = SettableNode.of(CommandSide.class, place, folder);
        queryNodes = List.of(
                SettableNode.of(QuerySide.class, place, folder), SettableNode.of(QuerySide.class, place, folder));
        for (var node : all()) {
            node.process().start();
        }
        for (var node : all()) {
            node.process().awaitReady();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var node : all()) {
            node.process().kill();
        }
        if (database != null) {
            database.close();
        }
    }

    private List<SettableNode> all() {
        return commandNode == null
                ? List.of()
                : Stream.concat(Stream.of(commandNode), queryNodes.stream()).toList();
    }

    @Test
    void no_entry_and_no_deadline_is_lost_or_told_twice_and_projections_go_on() throws Exception {
        var load = Load.on(commandNode.process().address());
        var owing = OwnIncident.declaredTo(new RestClient(commandNode.process().address()));

        Rounds.of("clocks set", 1, random -> {
            var tasks = overdue(owing) + 2;
            load.during(List.of(commandNode.process().address()), BEFORE, () -> {
                task(owing, SOON);
                setSome(random, HOUR);
                load.awaitMore(BEFORE);
                setSome(random, HOUR.negated());
                load.awaitMore(BEFORE);
                task(owing, SOON);
                set(Duration.ZERO);
                load.awaitMore(BEFORE);
            });
            awaitOverdue(owing, tasks);
            reckoning().of(load);
            assertThatAnyPastIsTheBeginningOfThePresent(owing, random);
        });
    }

    /** Its claims are an hour ahead then, and nobody renews them. */
    @Test
    void the_projections_of_a_node_that_died_before_its_clock_was_set_back_are_carried_on() throws Exception {
        var load = Load.on(commandNode.process().address());

        Rounds.of("clock set back behind a claim", 1, random -> {
            var victim = queryNodes.get(random.nextInt(queryNodes.size()));
            load.during(List.of(commandNode.process().address()), BEFORE, () -> {
                set(HOUR);
                load.awaitMore(BEFORE);
                Thread.sleep(SOON);
                victim.process().kill();
                set(Duration.ZERO);
                load.awaitMore(BEFORE);
            });
            var survivors = addresses(
                    queryNodes.stream().filter(node -> !node.equals(victim)).toList());
            new Reckoning(addresses(List.of(commandNode)), survivors).of(load);
            victim.process().start();
            victim.process().awaitReady();
        });
    }

    private Reckoning reckoning() {
        return new Reckoning(addresses(List.of(commandNode)), addresses(queryNodes));
    }

    private static List<URI> addresses(List<SettableNode> nodes) {
        return nodes.stream()
                .map(SettableNode::process)
                .map(NodeProcess::address)
                .toList();
    }

    private void set(Duration ahead) throws Exception {
        for (var node : all()) {
            node.setClock(ahead);
        }
    }

    private void setSome(Random random, Duration ahead) throws Exception {
        for (var node : all()) {
            if (random.nextBoolean()) {
                node.setClock(ahead);
            }
        }
    }

    private static void task(OwnIncident incident, Duration due) {
        incident.recorded(
                "/tasks",
                Map.of(
                        "description",
                        "ask the vendor",
                        "assignee",
                        "sam",
                        "dueAt",
                        Instant.now().plus(due).toString()));
    }

    private void awaitOverdue(OwnIncident incident, long expected) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (overdue(incident) < expected && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(overdue(incident)).isEqualTo(expected);
    }

    private long overdue(OwnIncident incident) {
        return timeline(incident, "").stream()
                .filter(entry -> entry.path("type").asString().equals("task-overdue"))
                .count();
    }

    private void assertThatAnyPastIsTheBeginningOfThePresent(OwnIncident incident, Random random) {
        var present = timeline(incident, "");
        var moment =
                present.get(random.nextInt(present.size())).path("recordedAt").asString();
        var past = timeline(incident, "&asOf=" + moment);
        assertThat(past).isNotEmpty();
        assertThat(past)
                .extracting(entry -> entry.path("entryId").asString())
                .isEqualTo(present.subList(0, past.size()).stream()
                        .map(entry -> entry.path("entryId").asString())
                        .toList());
    }

    private List<JsonNode> timeline(OwnIncident incident, String asOf) {
        var http = new RestClient(queryNodes.getFirst().process().address());
        return http.get(incident.path() + "/timeline?order=recorded&limit=1000" + asOf)
                .all("/entries");
    }
}
