package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.faults.RunningNodes.Nodes;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cable between a node and the database carries nothing any more, or no answers, while clients are writing; nobody is
 * told, and every connection just hangs. The others go on, and who asks the node that is cut off hears that within the time
 * a client waits. When the cable is mended everything is as before.
 */
@ExtendWith(RunningNodes.class)
@OnEmbeddedPostgres
class PartitionIT {

    private static final int BEFORE = 100;

    /** Longer than the database and a node wait for each other, so that both have given each other up. */
    private static final int LONGEST_MILLIS = 25_000;

    private static final int SHORTEST_MILLIS = 3_000;

    @Test
    void the_nodes_that_reach_the_database_go_on_and_the_other_comes_back(Nodes nodes) throws Exception {
        var load = Load.on(nodes.writers().getFirst());

        Rounds.of("partition", 1, random -> {
            var cutOff = random.nextInt(nodes.cables().size());
            var cable = nodes.cables().get(cutOff);
            var isOneWay = random.nextBoolean();
            var millis = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
            System.out.printf("node %d, %s, for %d ms%n", cutOff, isOneWay ? "answers lost" : "cut", millis);
            load.during(nodes.writers(), BEFORE, () -> {
                if (isOneWay) {
                    cable.loseAnswers();
                } else {
                    cable.cut();
                }
                Thread.sleep(millis);
                load.awaitMore(BEFORE);
                assertThat(Reckoning.readiness(nodes.all().get(cutOff).address()))
                        .startsWith("503 ");
                if (isOneWay) {
                    cable.findAnswers();
                } else {
                    cable.mend();
                }
                load.awaitMore(BEFORE);
            });
            nodes.reckoning().of(load);
        });
    }
}
