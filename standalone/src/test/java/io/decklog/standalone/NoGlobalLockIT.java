package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningDecklog.class)
class NoGlobalLockIT {

    /** More than there are database connections, which those who wait must not use up. */
    private static final int WAITING = 50;

    private final RestClient http;
    private final LogDatabase database;

    NoGlobalLockIT(RestClient http, LogDatabase database) {
        this.http = http;
        this.database = database;
    }

    @Test
    void writers_who_wait_for_one_incident_hold_up_no_other() throws Exception {
        var held = OwnIncident.declaredTo(http);
        var others =
                Stream.generate(() -> OwnIncident.declaredTo(http)).limit(4).toList();
        try (var holder = database.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            appendWithoutCommit(holder, held);
            var waiting = IntStream.range(0, WAITING)
                    .mapToObj(writer -> threads.submit(() -> held.observe("held up")))
                    .toList();
            awaitOneThatIsHeldUp();

            for (var incident : others) {
                assertThat(incident.observe("not held up").status()).isEqualTo(201);
            }
            assertThat(OwnIncident.declaredTo(http).sequence()).isEqualTo(1);

            assertThat(waiting).noneMatch(Future::isDone);
            holder.rollback();
            for (var writer : waiting) {
                Answer answer = writer.get();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            }
        }
        assertThat(held.sequence()).isEqualTo(1 + WAITING);
    }

    /** As a writer elsewhere would who is slow to commit. */
    private static void appendWithoutCommit(Connection holder, OwnIncident incident) throws SQLException {
        try (var insert = holder.prepareStatement("""
                INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                                payload_type, payload, meta_data, time_stamp)
                VALUES (?, ?, 1, 'Incident', 'ObservationRecorded', '', '', '')
                """)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, incident.id().toString());
            insert.executeUpdate();
        }
    }

    private void awaitOneThatIsHeldUp() throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (database.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") != 1) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
