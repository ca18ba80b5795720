package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.DecklogProcess;
import io.decklog.standalone.LogDatabase;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the standalone, of its database and of both while clients are writing, each in turn. */
@OnEmbeddedPostgres
class KillIT {

    private static final int BEFORE = 120;

    @TempDir
    Path folder;

    private DecklogProcess decklog;
    private Load load;

    @BeforeEach
    void start() throws IOException {
        decklog = DecklogProcess.servingIn(folder);
        load = Load.on(decklog.address());
    }

    @AfterEach
    void stop() throws InterruptedException {
        decklog.stop();
    }

    /** A way to die, and to be there again. */
    private interface Death {
        void of(KillIT running) throws Exception;
    }

    @Test
    void every_acknowledged_entry_survives_every_kill_exactly_once() throws Exception {
        var deaths = List.<Death>of(KillIT::killServer, KillIT::killDatabase, KillIT::killBoth, KillIT::killBackend);
        Rounds.of("kill -9 of the standalone", 1, random -> {
            for (var death : deaths) {
                load.during(List.of(decklog.address()), BEFORE + random.nextInt(BEFORE), () -> death.of(this));
                Reckoning.with(decklog.address()).of(load);
            }
        });
    }

    /** Its claims on the projections outlive it; here for so long that no start is slow enough to wait them out. */
    private void killServer() throws IOException, SQLException, InterruptedException {
        decklog.kill();
        LogDatabase.in(decklog.data())
                .change("UPDATE query_side.token_entry SET \"timestamp\" = '2099-01-01T00:00:00Z'");
        decklog = DecklogProcess.servingIn(folder);
    }

    /** It starts the database again by itself. */
    private void killDatabase() throws IOException, InterruptedException {
        var server = decklog.database();
        server.destroyForcibly();
        load.awaitMore(BEFORE);
        assertThat(decklog.database()).isNotEqualTo(server);
    }

    private void killBoth() throws IOException, InterruptedException {
        decklog.killDatabase();
        decklog.kill();
        decklog = DecklogProcess.servingIn(folder);
    }

    /** One process of the database: the database itself then ends all the others, and recovers. */
    private void killBackend() throws IOException, InterruptedException {
        decklog.database().children().findAny().orElseThrow().destroyForcibly();
        load.awaitMore(BEFORE);
    }
}
