package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.command.CommandSide;
import io.decklog.query.QuerySide;
import io.decklog.standalone.postgres.EmbeddedDatabase;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.OnEmbeddedPostgres;
import io.decklog.wiring.test.RestClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Each side for itself, as two processes would be, on a database that is not always as it should be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnEmbeddedPostgres
class HealthIT {

    /** The lock processes agree by on who rebuilds: held, nobody does. */
    private static final String WHO_REBUILDS = "x'006465636b6c6f67'::bit(64)::bigint";

    /** Ends the connections of both sides, which the new ones take the place of. */
    private static final String ANEW = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE usename = current_user AND pid <> pg_backend_pid()";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Path data;
    private EmbeddedDatabase database;
    private Side commandSide;
    private Side querySide;

    private record Side(ConfigurableApplicationContext application, RestClient http) {

        Answer readiness() {
            return http.get("/actuator/health/readiness");
        }

        int liveness() {
            return http.get("/actuator/health/liveness").status();
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        database = EmbeddedDatabase.start(data, _ -> {});
        commandSide = start(CommandSide.class);
        querySide = start(QuerySide.class);
        await(commandSide, 200, "");
        await(querySide, 200, "");
    }

    private Side start(Class<?> side) {
        var application = new SpringApplicationBuilder(side)
                .run(
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--decklog.readiness.lag=1s",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password());
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new Side(application, new RestClient(URI.create("http://127.0.0.1:" + port)));
    }

    @AfterAll
    void stop() {
        querySide.application().close();
        commandSide.application().close();
        database.close();
    }

    @Test
    void without_its_database_neither_is_ready_and_both_are_alive_and_with_it_they_are_ready_again() {
        database.close();

        await(commandSide, 503, "the database cannot be reached");
        await(querySide, 503, "the database cannot be reached");
        assertThat(commandSide.liveness()).isEqualTo(200);
        assertThat(querySide.liveness()).isEqualTo(200);

        database = EmbeddedDatabase.start(data, _ -> {});
        await(commandSide, 200, "");
        await(querySide, 200, "");
        assertThat(declare().status()).isEqualTo(201);
    }

    @Test
    void a_database_that_answers_but_takes_no_writes_makes_the_command_side_unready_and_the_query_side_not()
            throws SQLException {
        awaitThatNothingWaits();
        change("ALTER ROLE CURRENT_USER SET default_transaction_read_only = on");
        try {
            change(ANEW);
            await(commandSide, 503, "the database is read-only");
            await(querySide, 200, "");
        } finally {
            change("BEGIN READ WRITE; ALTER ROLE CURRENT_USER RESET default_transaction_read_only; COMMIT");
            change(ANEW);
        }
        await(commandSide, 200, "");
    }

    @Test
    void a_projection_that_stays_behind_for_too_long_makes_the_query_side_unready_until_it_has_caught_up()
            throws SQLException {
        try (var holder = connect();
                var hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("SELECT FROM query_side.token_entry WHERE processor_name = 'timeline' FOR UPDATE");
            assertThat(declare().status()).isEqualTo(201);

            await(querySide, 503, "behind the log by more than 1 s: timeline");
            assertThat(commandSide.readiness().status()).isEqualTo(200);
            holder.rollback();
        }
        await(querySide, 200, "");
    }

    @Test
    void a_projection_whose_tables_are_still_to_be_built_makes_the_query_side_unready() throws SQLException {
        try (var holder = connect();
                var hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("SELECT pg_advisory_xact_lock(" + WHO_REBUILDS + ")");
            change("DELETE FROM query_side.projection_revision WHERE projection = 'search'");
            change("INSERT INTO query_side.projection_rebuild (projection, state) VALUES ('search', 'QUEUED')");

            await(querySide, 503, "being built for the first time: search");
            holder.rollback();
        }
        await(querySide, 200, "");
    }

    private Answer declare() {
        return commandSide
                .http()
                .post("/incidents", Map.of("title", "Checkout answers 5xx", "severity", "SEV2", "services", List.of()));
    }

    /** An event that waits when nothing can be written any more makes the query side unready, and rightly so. */
    private void awaitThatNothingWaits() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var projections = querySide.http().get("/projections");
        while (projections.all("/items").stream()
                .anyMatch(projection -> projection.path("lag").asLong(1) > 0)) {
            assertThat(System.nanoTime()).as(projections.toString()).isLessThan(deadline);
            pause();
            projections = querySide.http().get("/projections");
        }
    }

    private static void await(Side side, int status, String reason) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = side.readiness();
        while (answer.status() != status || !answer.body().contains(reason)) {
            assertThat(System.nanoTime()).as(answer.toString()).isLessThan(deadline);
            pause();
            answer = side.readiness();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private void change(String statement) throws SQLException {
        try (var connection = connect();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
