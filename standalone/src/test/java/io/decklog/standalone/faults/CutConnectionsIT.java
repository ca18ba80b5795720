package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.faults.RunningNodes.Nodes;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Connections to the database are reset while clients are writing, also when it has committed and its answer is on the way:
 * nobody knows then whether the entry is there, until it is sent again with the same key.
 */
@ExtendWith(RunningNodes.class)
@OnEmbeddedPostgres
class CutConnectionsIT {

    private static final int BEFORE = 50;
    private static final int COMMITS_CUT = 5;

    @Test
    void every_entry_is_recorded_once_however_often_its_connection_is_cut(Nodes nodes) throws Exception {
        var load = Load.on(nodes.writers().getFirst());

        Rounds.of("connections cut", 3, random -> {
            var enough = nodes.proxy().commitsCut() + COMMITS_CUT;
            load.during(List.of(nodes.writers().getFirst()), BEFORE, () -> {
                nodes.proxy().cutBy(random);
                try {
                    while (nodes.proxy().commitsCut() < enough) {
                        load.awaitMore(1);
                    }
                } finally {
                    nodes.proxy().leaveAlone();
                }
                load.awaitMore(BEFORE);
            });
            nodes.reckoning().of(load);
        });
        assertThat(nodes.proxy().cuts()).isGreaterThanOrEqualTo(COMMITS_CUT);
    }
}
