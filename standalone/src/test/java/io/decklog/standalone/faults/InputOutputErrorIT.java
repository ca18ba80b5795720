package io.decklog.standalone.faults;

import io.decklog.standalone.DecklogProcess;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * System calls of the database fail with {@code EIO}, as on a disk that breaks, for a while. PostgreSQL gives up on the first
 * flush that fails, and recovers from its log; if that fails as well it ends, and is started again.
 */
@OnEmbeddedPostgres
class InputOutputErrorIT {

    private static final List<String> CALLS = List.of("fdatasync", "pwrite64", "openat");
    private static final int BEFORE = 60;
    private static final int LONGEST_MILLIS = 2_000;

    @TempDir
    Path folder;

    private DecklogProcess decklog;

    @BeforeEach
    void start() throws IOException {
        Rounds.demand("strace");
        decklog = DecklogProcess.servingIn(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (decklog != null) {
            decklog.stop();
        }
    }

    @Test
    void every_acknowledged_entry_survives_failing_system_calls() throws Exception {
        var load = Load.on(decklog.address());
        var calls = CALLS.iterator();

        Rounds.of("I/O errors", 3, random -> {
            var call = calls.hasNext() ? calls.next() : CALLS.get(random.nextInt(CALLS.size()));
            var outcome = "error=EIO:when=%d%s".formatted(1 + random.nextInt(4), random.nextBoolean() ? "" : "+");
            load.during(List.of(decklog.address()), BEFORE, () -> {
                try (var failing = SystemCalls.of(decklog.database(), call, outcome)) {
                    failing.awaitFirst();
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                    System.out.printf("%s %s: failed %d times%n", call, outcome, failing.count());
                }
                load.awaitMore(BEFORE);
            });
            Reckoning.with(decklog.address()).of(load);
        });
    }
}
