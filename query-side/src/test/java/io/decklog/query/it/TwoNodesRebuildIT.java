package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.query.QuerySide;
import io.decklog.query.rebuild.Rebuilder;
import io.decklog.query.story.RandomStory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Two query sides on one database: the other one rebuilds, and this one is asked about it. */
class TwoNodesRebuildIT extends RunningQuerySide {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Autowired
    private Rebuilder rebuilder;

    @Autowired
    private DataSource dataSource;

    @Value("${spring.datasource.url}")
    private String database = "";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void onlyTheOtherOneRebuilds() {
        tell(RandomStory.of(nextNumber() - 1, 80));
        rebuilder.stop();
    }

    @AfterEach
    void thisOneRebuildsAgain() {
        if (!rebuilder.isRunning()) {
            rebuilder.start();
        }
    }

    private Process otherNode() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuerySide.class.getName(),
                        "--server.port=0",
                        "--spring.datasource.url=" + database)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }

    private void await(String projection, String field, String value) {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var rebuild = json("/projections/" + projection + "/replay");
        while (!rebuild.path(field).asString("").equals(value)) {
            assertThat(System.nanoTime()).as(rebuild.toString()).isLessThan(deadline);
            rebuild = json("/projections/" + projection + "/replay");
        }
    }

    @Test
    void this_one_tells_how_far_it_is_and_cancels_it_and_takes_over_when_the_other_is_killed() throws Exception {
        var other = otherNode();
        try (var reader = dataSource.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT FROM decision, stopgap LIMIT 1");
            post("/projections/decisions/replay");
            post("/projections/stopgaps/replay");
            await("decisions", "step", "SWITCHING");
            await("stopgaps", "step", "SWITCHING");

            var rebuild = json("/projections/decisions/replay");
            assertThat(rebuild.get("state").asString()).isEqualTo("RUNNING");
            assertThat(rebuild.get("done").asLong())
                    .isPositive()
                    .isEqualTo(rebuild.get("total").asLong());
            assertThat(json(post("/projections/decisions/replay/cancel"))
                            .get("state")
                            .asString())
                    .isEqualTo("CANCELLED");

            other.destroyForcibly();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            rebuilder.start();
            Thread.sleep(200); // it is in nobody's way that the other one had begun
            assertThat(json("/projections/stopgaps/replay").get("state").asString())
                    .isEqualTo("RUNNING");
            reader.rollback();
            reader.setAutoCommit(true);
        } finally {
            other.destroyForcibly();
        }

        await("stopgaps", "state", "DONE");
        assertThat(json("/projections/decisions/replay").get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(get("/projections/stopgaps/verification").body()).contains("EQUAL");
    }
}
