package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that was answered goes in whole, whatever is killed on the way, and nothing of it twice. */
@OnEmbeddedPostgres
class KilledImportIT {

    private static final int LINES = 150;
    private static final int ENTRIES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static String line(int number) {
        return """
                {"incident":{"title":"Incident %1$d","severity":"SEV3","services":["checkout"],\
                "source":{"system":"kill","id":"%1$d"}},"entries":[%2$s]}""".formatted(
                number, IntStream.range(0, ENTRIES).mapToObj("""
                                {"type":"observation","occurredAt":"2026-03-30T08:15:00Z","text":"seen %d"}"""::formatted).collect(Collectors.joining(",")));
    }

    @Test
    void a_job_goes_on_where_it_was_after_server_and_database_were_killed(@TempDir Path folder) throws Exception {
        var lines = IntStream.range(0, LINES).mapToObj(KilledImportIT::line).toArray(String[]::new);
        var first = DecklogProcess.servingIn(folder);
        var accepted = ImportedFile.accepted(new RestClient(first.address()), lines);
        awaitFirstLines(new RestClient(first.address()), accepted);
        first.kill();
        first.killDatabase();

        var second = DecklogProcess.servingIn(folder);
        try {
            var http = new RestClient(second.address());
            var job = ImportedFile.end(http, accepted);

            assertThat(job.text("/state")).isEqualTo("DONE");
            assertThat(job.at("/taken").asInt()).as(job.toString()).isEqualTo(LINES);
            assertThat(job.at("/entriesTaken").asInt()).isEqualTo(LINES * ENTRIES);
            assertThat(http.get("/log").at("/events").asInt()).isEqualTo(LINES * (ENTRIES + 1));
            assertThat(http.after(job).get("/incidents?limit=1000").all("/items"))
                    .hasSize(LINES);
        } finally {
            second.stop();
        }
    }

    private static void awaitFirstLines(RestClient http, Answer accepted) throws InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        while (http.get(accepted.header("Location")).at("/done").asInt() == 0
                && Instant.now().isBefore(patience)) {
            Thread.sleep(2);
        }
        assertThat(http.get(accepted.header("Location")).at("/done").asInt()).isBetween(1, LINES - 1);
    }
}
