package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that knows several nodes. It goes to another one where it got no answer or heard 503, with the same
 * idempotency key, and takes any other answer for the answer.
 */
final class PersistentClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RestClient> nodes;
    private final Duration patience;
    private final AtomicInteger turns = new AtomicInteger();

    PersistentClient(List<URI> nodes) {
        this(nodes, PATIENCE);
    }

    /** @param patience how long to go on without an answer */
    PersistentClient(List<URI> nodes, Duration patience) {
        this.nodes = nodes.stream().map(RestClient::new).toList();
        this.patience = patience;
    }

    Answer post(String path, Object body) {
        var key = UUID.randomUUID().toString();
        return persistently(http -> http.with("Idempotency-Key", key).post(path, body));
    }

    /** Reads as who has seen everything up to a position. */
    Answer get(String path, long position) {
        return persistently(http -> http.with("Decklog-Position", "" + position).get(path));
    }

    private interface Request {
        Answer to(RestClient http);
    }

    private Answer persistently(Request request) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var answer = request.to(nodes.get(turns.getAndIncrement() % nodes.size()));
                if (answer.status() != 503) {
                    return answer;
                }
            } catch (UncheckedIOException noAnswer) {
                // Nobody knows what came of it; the key does.
            }
            assertThat(System.nanoTime()).as("some node answers").isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
