package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.wiring.test.OnEmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEmbeddedPostgres
class EmbeddedDatabaseIT {
    @TempDir
    Path data;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop_what_was_started() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void what_it_acknowledges_is_on_disk_and_nobody_comes_in_without_the_password() throws Exception {
        var database = start();

        assertThat(setting(database, "fsync")).isEqualTo("on");
        assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(database, "full_page_writes")).isEqualTo("on");
        assertThat(setting(database, "data_checksums")).isEqualTo("on");
        assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(database, "unix_socket_directories")).isEmpty();
        assertThat(setting(database, "password_encryption")).isEqualTo("scram-sha-256");
        assertThat(setting(database, "is_superuser")).isEqualTo("off");
        assertThat(Files.readString(data.resolve("postgres/pg_hba.conf")))
                .contains("scram-sha-256")
                .doesNotContain("trust");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> connect(database, database.username(), "wrong"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(database, "postgres", database.password()))
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void a_setting_somebody_loosened_in_the_files_is_tight_again_after_the_next_start() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgres/postgresql.auto.conf"), "fsync = off\nfull_page_writes = off\n");

        var again = start();

        assertThat(setting(again, "fsync")).isEqualTo("on");
        assertThat(setting(again, "full_page_writes")).isEqualTo("on");
    }

    @Test
    void entries_survive_a_stop_and_the_port_stays() throws Exception {
        var first = start();
        execute(first, "CREATE TABLE entry (text varchar)");
        execute(first, "INSERT INTO entry VALUES ('kept')");
        first.close();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

        var second = start();

        assertThat(query(second, "SELECT text FROM entry")).containsExactly("kept");
        assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
        assertThat(notices).isEmpty();
    }

    @Test
    void the_server_of_a_killed_process_is_stopped_and_its_acknowledged_entry_is_there() throws Exception {
        var killed = killedAfterAcknowledging();
        var orphan = PostmasterPid.of(data.resolve("postgres")).orElseThrow();
        assertThat(pidsOfServer()).contains(orphan.pid());

        var database = start();

        assertThat(killed.isAlive()).isFalse();
        assertThat(notices).containsExactly("Stopping the database that an earlier Decklog left running.");
        assertThat(pidsOfServer()).isNotEmpty().doesNotContain(orphan.pid());
        assertThat(query(database, "SELECT text FROM entry")).containsExactly("acknowledged");
    }

    @Test
    void after_the_server_was_killed_too_the_acknowledged_entry_is_there() throws Exception {
        killedAfterAcknowledging();
        var orphan = PostmasterPid.of(data.resolve("postgres")).orElseThrow();
        ProcessHandle.of(orphan.pid()).orElseThrow().destroyForcibly();

        var database = start();

        assertThat(query(database, "SELECT text FROM entry")).containsExactly("acknowledged");
    }

    @Test
    void a_server_that_was_killed_is_started_again_where_it_was_and_one_that_was_stopped_is_not() throws Exception {
        var database = start();
        execute(database, "CREATE TABLE entry (text varchar)");
        execute(database, "INSERT INTO entry VALUES ('acknowledged')");
        var killed = PostmasterPid.of(data.resolve("postgres")).orElseThrow();

        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

        while (notices.size() < 2) {
            Thread.sleep(20);
        }
        assertThat(notices)
                .containsExactly("The database has ended unexpectedly and is started again.", "The database is back.");
        assertThat(query(database, "SELECT text FROM entry")).containsExactly("acknowledged");
        database.close();
        assertThat(pidsOfServer()).isEmpty();
    }

    @Test
    void a_process_that_bears_the_id_of_a_server_long_gone_is_left_alone() throws Exception {
        start().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        opened.add(stranger::destroyForcibly);
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), stranger.pid() + "\n" + data.resolve("postgres") + "\n1\n");

        var database = start();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(query(database, "SELECT 'serving'")).containsExactly("serving");
    }

    @Test
    void a_second_Decklog_on_the_folder_is_refused_in_this_process_and_in_another() throws Exception {
        var first = start();

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another Decklog (process %d) is already running on %s"
                        .formatted(ProcessHandle.current().pid(), data.toRealPath()));
        assertThat(DatabaseProcess.firstLineOf(DatabaseProcess.start(data)))
                .startsWith("Another Decklog (process %d) is already running"
                        .formatted(ProcessHandle.current().pid()));
        assertThat(query(first, "SELECT 'undisturbed'")).containsExactly("undisturbed");
    }

    @Test
    void a_port_that_somebody_took_in_the_meantime_is_chosen_anew() throws Exception {
        var first = start();
        first.close();
        int port =
                Integer.parseInt(Files.readString(data.resolve("postgres.port")).strip());

        try (var somebody = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var second = start();
            assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl()).doesNotContain(":" + somebody.getLocalPort());
            assertThat(query(second, "SELECT 'serving'")).containsExactly("serving");
        }
    }

    @Test
    void what_a_start_that_was_cut_short_left_behind_is_no_hindrance() throws Exception {
        Files.createDirectories(data.resolve("postgres.unfinished/base"));
        Files.writeString(data.resolve("postgres.unfinished/PG_VERSION"), "18\n");

        assertThat(query(start(), "SELECT 'serving'")).containsExactly("serving");
    }

    @Test
    void a_folder_that_cannot_be_used_says_why_in_a_sentence() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file, notices::add))
                .isInstanceOf(CannotStart.class)
                .hasMessage(file + " cannot be used as data folder: " + file + " is a file.");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("below"), notices::add))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(file.resolve("below") + " cannot be used as data folder: ");
        // Not even root may make a folder here.
        assertThatThrownBy(() -> EmbeddedDatabase.start(Path.of("/proc/decklog"), notices::add))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("/proc/decklog cannot be used as data folder: ");
    }

    @Test
    void a_cluster_of_another_PostgreSQL_is_left_as_it_is() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("was written by PostgreSQL 17, and this Decklog brings PostgreSQL 18.");
    }

    private EmbeddedDatabase start() {
        var database = EmbeddedDatabase.start(data, notices::add);
        opened.add(database);
        return database;
    }

    private Process killedAfterAcknowledging() throws Exception {
        var process = DatabaseProcess.start(data);
        assertThat(DatabaseProcess.firstLineOf(process)).isEqualTo("acknowledged");
        process.destroyForcibly().waitFor();
        return process;
    }

    private List<Long> pidsOfServer() throws IOException {
        return PostgresProcesses.of(data.toRealPath().resolve("postgres")).stream()
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String setting(EmbeddedDatabase database, String name) throws SQLException {
        return query(database, "SHOW " + name).getFirst();
    }

    private static java.sql.Connection connect(EmbeddedDatabase database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), user, password);
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database, database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database, database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
