package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.time.Duration;
import java.time.Instant;

/** Hands in an import and waits for its end. */
final class ImportedFile {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;

    private ImportedFile() {}

    /** The job as it ended. */
    static Answer of(RestClient http, String... lines) {
        return end(http, accepted(http, lines));
    }

    /** The job as it was accepted. */
    static Answer accepted(RestClient http, String... lines) {
        var answer =
                http.with("Content-Type", "application/x-ndjson").post("/imports", String.join("\n", lines) + "\n");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    static Answer end(RestClient http, Answer accepted) {
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            var job = http.get(accepted.header("Location"));
            assertThat(job.status()).as(job.toString()).isEqualTo(200);
            if (!"QUEUED".equals(job.text("/state")) && !"RUNNING".equals(job.text("/state"))) {
                return job;
            }
            pause();
        }
        throw new AssertionError("the import did not end: " + http.get(accepted.header("Location")));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
