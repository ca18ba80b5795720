package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after any of the processes was killed while clients were writing. Each round kills,
 * starts again on the same folder and reads everything back; the next round goes on with the same incidents.
 */
@OnEmbeddedPostgres
class KillIT {

    private static final int WRITERS = 6;
    private static final int ENTRIES_BEFORE_THE_KILL = 120;

    @TempDir
    Path folder;

    private final List<DecklogProcess> started = new ArrayList<>();

    /** A way to die. */
    private interface Death {
        void of(DecklogProcess decklog) throws Exception;
    }

    @AfterEach
    void end_what_was_started() throws Exception {
        started.getLast().stop();
    }

    @Test
    void every_acknowledged_entry_survives_every_kill_exactly_once() throws Exception {
        var decklog = start();
        var http = new RestClient(decklog.address());
        var incidents = IntStream.range(0, 3)
                .mapToObj(one -> OwnIncident.declaredTo(http))
                .toList();
        var load = new Load(incidents.stream().map(OwnIncident::path).toList());

        for (Death death : List.<Death>of(KillIT::killServerOnly, KillIT::killDatabaseOnly, KillIT::killBoth)) {
            load.on(decklog.address(), WRITERS, ENTRIES_BEFORE_THE_KILL, dying(decklog, death));
            decklog = start();
            load.assertTold(new RestClient(decklog.address()));
        }
        load.sendAgain(new RestClient(decklog.address()));
        load.assertTold(new RestClient(decklog.address()));
        assertThat(load.unanswered()).isEmpty();
    }

    private static Load.Interruption dying(DecklogProcess decklog, Death death) {
        return () -> death.of(decklog);
    }

    /** Its claims on the projections outlive it; here for so long that no start is slow enough to wait them out. */
    private static void killServerOnly(DecklogProcess decklog) throws SQLException, InterruptedException {
        decklog.kill();
        LogDatabase.in(decklog.data())
                .change("UPDATE query_side.token_entry SET \"timestamp\" = '2099-01-01T00:00:00Z'");
    }

    /** The server that lost its database refuses, which is what its clients must see, and can still be stopped. */
    private static void killDatabaseOnly(DecklogProcess decklog) throws IOException, InterruptedException {
        decklog.killDatabase();
        Refusal.of(
                new RestClient(decklog.address()).post("/incidents", OwnIncident.DECLARATION),
                503,
                "STORE_UNAVAILABLE");
        decklog.stop();
    }

    private static void killBoth(DecklogProcess decklog) throws IOException, InterruptedException {
        decklog.killDatabase();
        decklog.kill();
    }

    private DecklogProcess start() throws IOException {
        var decklog = DecklogProcess.servingIn(folder);
        started.add(decklog);
        return decklog;
    }
}
