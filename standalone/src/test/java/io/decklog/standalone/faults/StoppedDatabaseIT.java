package io.decklog.standalone.faults;

import io.decklog.standalone.faults.RunningNodes.Nodes;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database of several nodes is stopped while clients are writing, in an orderly way and not, and started again. */
@ExtendWith(RunningNodes.class)
@OnEmbeddedPostgres
class StoppedDatabaseIT {

    private static final int BEFORE = 100;
    private static final int LONGEST_MILLIS = 3_000;

    @Test
    void every_acknowledged_entry_survives_a_stop_of_the_database(Nodes nodes) throws Exception {
        var load = Load.on(nodes.writers().getFirst());

        Rounds.of("database stopped and started", 1, random -> {
            for (var mode : List.of("fast", "immediate")) {
                load.during(nodes.writers(), BEFORE + random.nextInt(BEFORE), () -> {
                    nodes.database().stop(mode);
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                    nodes.database().start();
                    load.awaitMore(BEFORE);
                });
                nodes.reckoning().of(load);
            }
        });
    }
}
