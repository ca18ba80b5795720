package io.decklog.command.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnAnyPostgres
class SnapshotIT {

    /** As many events as it takes for a snapshot, and some on top of it. */
    private static final int EVENTS = 260;

    private final String database = TestDatabase.create();

    @Test
    void a_node_that_has_cached_nothing_goes_on_from_the_snapshot_and_not_from_the_first_event() throws Exception {
        String incident;
        String decision;
        try (var before = Node.on(database)) {
            incident = before.declare();
            decision = before.record(
                    incident + "/decisions",
                    Map.of("question", "What now?", "options", List.of(Map.of("name", "Roll back"))));
            for (int i = 0; i < EVENTS; i++) {
                before.observe(incident, "entry " + i);
            }
            awaitSnapshot(before);
        }
        try (var after = Node.on(database)) {
            forgetWhatTheSnapshotHolds(after);

            var chosen = after.post(
                    incident + "/decisions/" + decision + "/choice",
                    Map.of("chosen", "Roll back", "rationale", "what was raised first is still known"));

            assertThat(chosen.status()).as(chosen.toString()).isEqualTo(201);
            assertThat(chosen.sequence()).isEqualTo(EVENTS + 3);
            assertThat(after.post(incident + "/severity", Map.of("severity", "SEV2", "reason", "still"))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Snapshots are taken beside the commands. */
    private static void awaitSnapshot(Node node) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count(node, "SELECT count(*) FROM snapshot_event_entry") == 0) {
            assertThat(System.nanoTime()).as("a snapshot was taken").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** So that only a reader of the snapshot can know of it. */
    private static void forgetWhatTheSnapshotHolds(Node node) {
        var forgotten = jdbc(node).sql("""
                DELETE FROM domain_event_entry e USING snapshot_event_entry s
                WHERE e.aggregate_identifier = s.aggregate_identifier AND e.sequence_number <= s.sequence_number
                """).update();
        assertThat(forgotten).isGreaterThan(200);
    }

    private static long count(Node node, String query) {
        return jdbc(node).sql(query).query(Long.class).single();
    }

    private static JdbcClient jdbc(Node node) {
        return node.application().getBean(JdbcClient.class);
    }
}
