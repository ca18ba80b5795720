package io.decklog.standalone.faults;

import io.decklog.standalone.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that is run by somebody else than Decklog, in a network of its own. */
final class PostgresServer {

    static final int PORT = 5432;

    private final Path cluster;
    private final Path programs;
    private final EmbeddedDatabase made;

    private PostgresServer(Path cluster, Path programs, EmbeddedDatabase made) {
        this.cluster = cluster;
        this.programs = programs;
        this.made = made;
    }

    /** Made as Decklog makes its own, and stopped. */
    static PostgresServer in(Path folder) throws IOException {
        var made = EmbeddedDatabase.start(folder, _ -> {});
        var cluster = folder.resolve("postgres");
        var program =
                Files.readSymbolicLink(Path.of("/proc", "" + server(cluster).pid(), "exe"));
        made.close();
        Files.writeString(
                cluster.resolve("pg_hba.conf"), "host all all 10.18.0.0/16 scram-sha-256\n", StandardOpenOption.APPEND);
        return new PostgresServer(cluster, program.resolveSibling("pg_ctl"), made);
    }

    private static ProcessHandle server(Path cluster) throws IOException {
        var pid =
                Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    ProcessHandle server() throws IOException {
        return server(cluster);
    }

    /** Its JDBC address, with all it takes to connect in it. */
    String at(String address) {
        return at(address, PORT);
    }

    String at(String address, int port) {
        return "jdbc:postgresql://%s:%d/decklog?user=%s&password=%s"
                .formatted(address, port, made.username(), made.password());
    }

    void start() throws IOException, InterruptedException {
        control(
                "start",
                "-l",
                cluster.resolveSibling("postgres.log").toString(),
                "-o",
                "-c listen_addresses=* -c unix_socket_directories= -c port=" + PORT);
    }

    /** @param mode {@code fast} ends connections in an orderly way, {@code immediate} needs recovery */
    void stop(String mode) throws IOException, InterruptedException {
        control("stop", "-m", mode);
    }

    private void control(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(Network.inside());
        command.addAll(List.of("unshare", "--user", programs.toString(), "-w", "-D", cluster.toString()));
        command.addAll(List.of(arguments));
        Rounds.run(command.toArray(String[]::new));
    }

    /** SIGKILL, and a start again as soon as those it had begun have ended, as a service manager would do. */
    void killAndStart() throws IOException, InterruptedException {
        server().destroyForcibly();
        while (true) {
            try {
                start();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
    }
}
