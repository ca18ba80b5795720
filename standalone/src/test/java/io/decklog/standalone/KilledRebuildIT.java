package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild that was asked for comes to its end, whatever is killed on the way; and so does one nobody had to ask for. */
@OnEmbeddedPostgres
class KilledRebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_rebuild_is_begun_again_after_a_kill_and_a_release_brings_its_own(@TempDir Path folder) throws Exception {
        var first = DecklogProcess.servingIn(folder);
        var incident = OwnIncident.declaredTo(new RestClient(first.address()));
        var written = incident.observe("5xx at 12 %");
        var database = LogDatabase.in(first.data());
        try (var reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT FROM query_side.timeline_entry");
            var http = new RestClient(first.address());
            assertThat(http.post("/projections/timeline/replay", "").status()).isEqualTo(202);
            await(() -> http.get("/projections/timeline/replay"), "/step", "SWITCHING");
            first.kill();
        }
        database.change("UPDATE query_side.projection_revision SET revision = 0 WHERE projection = 'decisions'");
        database.change("DELETE FROM query_side.token_entry WHERE processor_name = 'stopgaps'");
        first.killDatabase();

        var second = DecklogProcess.servingIn(folder);
        try {
            var http = new RestClient(second.address());
            for (var name : List.of("timeline", "decisions", "stopgaps")) {
                await(() -> http.get("/projections/" + name + "/replay"), "/state", "DONE");
            }
            assertThat(http.get("/projections/incidents").at("/rebuild").isMissingNode())
                    .isTrue();
            await(() -> http.get("/projections/stopgaps"), "/state", "RUNNING");
            var more = new OwnIncident(http, incident.id(), incident.number()).observe("and on it goes");
            assertThat(http.after(more).get("/stopgaps").status()).isEqualTo(200);
            assertThat(http.after(more).get(incident.path() + "/timeline").all("/entries"))
                    .hasSize(3);
            assertThat(written.status()).isEqualTo(201);
            assertThat(database.number("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rebuild%'"))
                    .isZero();
            assertThat(database.number("SELECT min(revision) FROM query_side.projection_revision"))
                    .isEqualTo(1);
        } finally {
            second.stop();
        }
    }

    private static void await(Supplier<Answer> question, String pointer, String value) throws InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        while (!question.get().text(pointer).equals(value) && Instant.now().isBefore(patience)) {
            Thread.sleep(5);
        }
        assertThat(question.get().text(pointer)).isEqualTo(value);
    }
}
