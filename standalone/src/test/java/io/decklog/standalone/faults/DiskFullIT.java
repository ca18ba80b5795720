package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.DecklogProcess;
import io.decklog.standalone.Refusal;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder is full for a while, and somebody else has filled it. */
@OnEmbeddedPostgres
class DiskFullIT {

    private static final String SIZE = "size=320m";
    private static final int BEFORE = 100;
    private static final int PIECE = 64 * 1024;
    private static final Map<String, Object> LONG_DECLARATION =
            Map.of("title", "Disk full", "summary", "text ".repeat(3_000), "severity", "SEV3", "services", List.of());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private DecklogProcess decklog;
    private Path ballast;

    @BeforeEach
    void start() throws Exception {
        Rounds.demand("mount", "umount");
        var data = Files.createDirectory(folder.resolve("data"));
        Rounds.run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", data.toString());
        ballast = data.resolve("ballast");
        decklog = DecklogProcess.servingIn(folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (ballast == null) {
            return;
        }
        Files.deleteIfExists(ballast);
        if (decklog != null) {
            decklog.stop();
        }
        Rounds.run("umount", "-l", folder.resolve("data").toString());
    }

    @Test
    void writes_are_refused_while_the_disk_is_full_and_go_on_by_themselves_when_it_is_not() throws Exception {
        var load = Load.on(decklog.address());

        Rounds.of("disk full", 2, random -> {
            load.during(List.of(decklog.address()), BEFORE, () -> {
                fill();
                Refusal.of(refused(), 503, "STORE_UNAVAILABLE");
                if (random.nextBoolean()) {
                    decklog.killDatabase(); // which may well not come back before there is room
                }
                Thread.sleep(random.nextInt(3_000));
                Files.delete(ballast);
                load.awaitMore(BEFORE);
            });
            Reckoning.with(decklog.address()).of(load);
        });
    }

    private void fill() throws IOException {
        try (var file = Files.newByteChannel(ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (true) {
                file.write(ByteBuffer.allocate(PIECE));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /** There may be a little room left in files that are there already. */
    private Answer refused() {
        var http = new RestClient(decklog.address());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = http.post("/incidents", LONG_DECLARATION);
            if (answer.status() != 201) {
                return answer;
            }
            assertThat(System.nanoTime()).as("a full disk is noticed").isLessThan(deadline);
        }
    }
}
