package io.decklog.standalone.faults;

import io.decklog.standalone.faults.RunningNodes.Nodes;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of one of several nodes, or of their database, at random while clients are writing. */
@ExtendWith(RunningNodes.class)
@OnEmbeddedPostgres
class KilledNodesIT {

    private static final int BEFORE = 100;

    @Test
    void every_acknowledged_entry_survives_the_kill_of_any_process(Nodes nodes) throws Exception {
        var load = Load.on(nodes.writers().getFirst());

        Rounds.of("kill -9 of a node or the database", 3, random -> {
            load.during(nodes.writers(), BEFORE + random.nextInt(BEFORE), () -> {
                var victim = random.nextInt(nodes.all().size() + 1);
                if (victim == nodes.all().size()) {
                    nodes.database().killAndStart();
                } else {
                    nodes.all().get(victim).kill();
                    load.awaitMore(BEFORE);
                    nodes.all().get(victim).start();
                }
                load.awaitMore(BEFORE);
            });
            nodes.reckoning().of(load);
        });
    }
}
