package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must hold after every fault, without anybody having lent a hand: all are ready, every acknowledged entry is told
 * exactly once, those that were not answered can be sent again and are then told exactly once, and every projection is what
 * its fold makes of the log.
 *
 * @param writers addresses that take writes
 * @param readers addresses that answer reads; in the standalone the same
 */
record Reckoning(List<URI> writers, List<URI> readers) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** For a standalone, which is both. */
    static Reckoning with(URI server) {
        return new Reckoning(List.of(server), List.of(server));
    }

    void of(Load load) throws InterruptedException {
        isReady();
        for (var reader : readers) {
            load.assertTold(new RestClient(reader));
        }
        load.sendAgain(new RestClient(writers.getFirst()));
        for (var reader : readers) {
            load.assertTold(new RestClient(reader));
        }
        projectionsAreWhatTheLogMakesOfThem();
    }

    /** Waits until all of them are. */
    void isReady() throws InterruptedException {
        for (var server : writers) {
            await(server);
        }
        for (var server : readers) {
            await(server);
        }
    }

    private static void await(URI server) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var said = readiness(server); !said.startsWith("200 "); said = readiness(server)) {
            assertThat(System.nanoTime())
                    .as("%s becomes ready: %s", server, said)
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    static String readiness(URI server) {
        try {
            return new RestClient(server).get("/actuator/health/readiness").toString();
        } catch (UncheckedIOException notYet) {
            return "no answer";
        }
    }

    private void projectionsAreWhatTheLogMakesOfThem() {
        var http = new RestClient(readers.getFirst());
        var everything = http.with("Decklog-Position", http.get("/log").text("/position"));
        for (var projection : http.get("/projections").all("/items")) {
            var name = projection.path("name").asString();
            assertThat(projection.path("deadLetters").asLong()).as(name).isZero();
            var lines = everything
                    .get("/projections/" + name + "/verification")
                    .body()
                    .lines()
                    .toList();
            assertThat(JsonMapper.shared()
                            .readTree(lines.getLast())
                            .path("state")
                            .asString())
                    .as("%s: %s", name, lines.getLast())
                    .isEqualTo("EQUAL");
        }
    }
}
