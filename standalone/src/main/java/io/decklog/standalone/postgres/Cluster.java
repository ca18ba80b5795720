package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The database cluster of a data folder: made whole or not at all, with one role and one database for Decklog. */
final class Cluster {
    /** Both the role Decklog logs in as, which is no superuser, and the database it owns. */
    static final String DECKLOG = "decklog";

    private static final String MAJOR_VERSION = "18";

    /** No superuser over the network, no other database, no socket file, and never a connection without the password. */
    private static final String ACCESS = """
            # Who may connect. Made by Decklog with the cluster, yours to extend.
            host  %1$s  %1$s  %2$s/32  scram-sha-256
            """.formatted(DECKLOG, LoopbackPort.ADDRESS);

    /**
     * Fit for a small server of one team; an operator may change them in {@code postgresql.conf}. What durability and
     * safety hang on is not here but given at every start, see {@link Postmaster}.
     */
    private static final List<String> SETTINGS = List.of(
            "max_connections=100",
            "shared_buffers=128MB",
            "effective_cache_size=1GB",
            "maintenance_work_mem=64MB",
            "random_page_cost=1.1",
            "wal_compression=on",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            // Not even a refused statement goes to the log: it would keep texts there that were redacted in the record.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    private Cluster() {}

    /** Makes sure that {@code folder} holds a cluster of this PostgreSQL. */
    static void ensure(DataFolder folder, PostgresTools tools, String password) {
        try {
            if (Files.exists(folder.cluster())) {
                checkVersion(folder);
            } else {
                create(folder, tools, password);
            }
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    private static void checkVersion(DataFolder folder) throws IOException {
        Path file = folder.cluster().resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!version.equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    version.isEmpty()
                            ? "%s is no PostgreSQL cluster: it has no PG_VERSION.".formatted(folder.cluster())
                            : "%s was written by PostgreSQL %s, and this Decklog brings PostgreSQL %s."
                                    .formatted(folder.cluster(), version, MAJOR_VERSION));
        }
    }

    private static void create(DataFolder folder, PostgresTools tools, String password) throws IOException {
        Path unfinished = folder.unfinishedCluster();
        FileSystemUtils.deleteRecursively(unfinished);
        demand(folder, tools.run(unfinished, "initdb", initdbArguments(folder)));
        Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS);
        String sql = """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                GRANT pg_monitor TO %1$s;
                CREATE DATABASE %1$s OWNER %1$s;
                """.formatted(DECKLOG, password);
        demand(
                folder,
                tools.runWithInput(sql, unfinished, "postgres", "--single", "-c", "exit_on_error=on", "postgres"));
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The built-in locale sorts the same everywhere: an index survives an update of the system's own collations. */
    private static String[] initdbArguments(DataFolder folder) {
        Stream<String> fixed = Stream.of(
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + folder.password(),
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=english",
                "--set=password_encryption=scram-sha-256");
        return Stream.concat(fixed, SETTINGS.stream().map(setting -> "--set=" + setting))
                .toArray(String[]::new);
    }

    private static void demand(DataFolder folder, PostgresTools.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw CannotStart.saying(
                    folder.root(), "The database cannot be created in %s.".formatted(folder.root()), outcome.output());
        }
    }
}
