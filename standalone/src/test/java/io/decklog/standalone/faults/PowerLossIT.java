package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.DecklogProcess;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while clients are writing: what was written to the disk and not flushed is gone, and every process. */
@OnEmbeddedPostgres
class PowerLossIT {

    private static final int BEFORE = 100;

    /** Every few seconds the file system flushes by itself, and nothing is lost that was acknowledged before. */
    private static final int TRIES_WITHOUT_FLUSHING = 5;

    @TempDir
    Path folder;

    private VolatileDisk disk;
    private DecklogProcess decklog;

    @BeforeEach
    void start() throws Exception {
        VolatileDisk.demandTools();
        disk = VolatileDisk.mountedAt(folder.resolve("data"), folder);
        decklog = DecklogProcess.servingIn(folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (decklog != null && decklog.process().isAlive()) {
            losePower();
        }
        if (disk != null) {
            disk.detach();
        }
    }

    @Test
    void every_acknowledged_entry_survives_a_power_cut() throws Exception {
        var load = Load.on(decklog.address());

        Rounds.of("power loss", 2, random -> {
            load.during(List.of(decklog.address()), BEFORE + random.nextInt(3 * BEFORE), this::losePower);
            startAgain();
            Reckoning.with(decklog.address()).of(load);
        });
    }

    /** The control: of a database whose flushes are answered and not made, this test tells that it loses entries. */
    @Test
    void a_missing_flush_would_be_found() throws Exception {
        Rounds.demand("strace");
        var isFound = false;
        for (var i = 0; i < TRIES_WITHOUT_FLUSHING && !isFound; i++) {
            var load = Load.on(decklog.address());
            Reckoning.with(decklog.address()).isReady();
            try (var _ = SystemCalls.of(decklog.database(), "fsync,fdatasync,sync_file_range", "retval=0")) {
                load.during(List.of(decklog.address()), BEFORE, this::losePower);
            }
            isFound = isFoundAfterStartingAgain(load);
        }
        assertThat(isFound).isTrue();
    }

    /** A database that does not even start has lost everything. */
    private boolean isFoundAfterStartingAgain(Load load) throws Exception {
        try {
            startAgain();
            load.assertTold(new RestClient(decklog.address()));
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }

    private void losePower() throws IOException, InterruptedException {
        var database = decklog.database();
        var processes =
                Stream.concat(Stream.of(database), database.descendants()).toList();
        disk.cutPower();
        decklog.kill();
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private void startAgain() throws IOException, InterruptedException {
        disk.detach();
        disk.powerOn();
        decklog = DecklogProcess.servingIn(folder);
    }
}
