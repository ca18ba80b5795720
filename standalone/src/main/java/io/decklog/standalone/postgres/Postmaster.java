package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The PostgreSQL server on a cluster. It runs in a session of its own, so that Ctrl-C reaches Decklog and not the database. */
final class Postmaster {
    private static final int ATTEMPTS = 3;

    /** Long enough for the recovery of a large log after a power cut. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration FAST_STOP = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);

    /** Given on the command line, where neither a configuration file nor ALTER SYSTEM overrules them. */
    private static final List<String> PROMISES = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "listen_addresses=" + LoopbackPort.ADDRESS,
            "unix_socket_directories=");

    private final DataFolder folder;
    private final PostgresTools tools;

    Postmaster(DataFolder folder, PostgresTools tools) {
        this.folder = folder;
        this.tools = tools;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @return its port
     */
    int start() {
        try {
            ServerLog.startAnewOnceLarge(folder);
            long logged = ServerLog.size(folder);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int port = LoopbackPort.of(folder);
                if (startOn(port).succeeded()) {
                    return port;
                }
                if (LoopbackPort.isFree(port)) {
                    break; // It was not the port that somebody snatched.
                }
            }
            throw doesNotStart(logged);
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    /** Starts a server that has ended, on the port it had. */
    void startAgain(int port) throws IOException {
        PostgresProcesses.awaitEnd(folder.cluster(), IMMEDIATE_STOP);
        forgetDead(PostmasterPid.of(folder.cluster()));
        long logged = ServerLog.size(folder);
        if (!startOn(port).succeeded()) {
            throw doesNotStart(logged);
        }
    }

    private CannotStart doesNotStart(long logged) throws IOException {
        String sentence = "The database in %s does not start; its log is %s.".formatted(folder.root(), folder.log());
        return CannotStart.saying(folder.root(), sentence, ServerLog.since(folder, logged));
    }

    /** False also for a process that is dead and that nobody buries. */
    boolean isRunning() throws IOException {
        return PostgresProcesses.isServerRunning(folder.cluster());
    }

    private PostgresTools.Outcome startOn(int port) {
        String log = String.valueOf(folder.log().getFileName());
        return tools.run(
                folder.cluster(),
                "pg_ctl",
                "start",
                "-w",
                "-t",
                START.toSeconds() + "",
                "-l",
                log,
                "-o",
                options(port));
    }

    private static String options(int port) {
        // A Mac's disk keeps what it was told to flush in its cache, unless told so in this way.
        Stream<String> mac = System.getProperty("os.name").startsWith("Mac")
                ? Stream.of("wal_sync_method=fsync_writethrough")
                : Stream.empty();
        return Stream.of(PROMISES.stream(), mac, Stream.of("port=" + port))
                .flatMap(settings -> settings)
                .map(setting -> "-c " + setting)
                .reduce("", (all, one) -> all + " " + one);
    }

    /** Stops the server: cleanly if it can, at once if it does not go, by force as a last resort. No data is lost in any. */
    void stop() {
        try {
            if (!stop("fast", FAST_STOP).succeeded()) {
                stop("immediate", IMMEDIATE_STOP);
            }
            PostgresProcesses.awaitEnd(folder.cluster(), IMMEDIATE_STOP);
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    void stopIfRunning() {
        try {
            if (!PostgresProcesses.of(folder.cluster()).isEmpty()) {
                stop();
            }
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    private PostgresTools.Outcome stop(String mode, Duration patience) {
        return tools.run(folder.cluster(), "pg_ctl", "stop", "-w", "-m", mode, "-t", patience.toSeconds() + "");
    }

    /** Stops what an earlier Decklog left running when it was killed. To be called only by the holder of the folder's lock. */
    void stopOrphan(Consumer<String> notices) throws IOException {
        Optional<PostmasterPid> noted = PostmasterPid.of(folder.cluster());
        List<ProcessHandle> orphans = PostgresProcesses.of(folder.cluster());
        if (!orphans.isEmpty()) {
            notices.accept("Stopping the database that an earlier Decklog left running.");
            if (orphans.stream().anyMatch(process -> isServer(process, noted))) {
                stop();
            }
            PostgresProcesses.awaitEnd(folder.cluster(), IMMEDIATE_STOP);
        }
        forgetDead(noted);
    }

    /**
     * With no server left, its id belongs to another program by now, or to a dead process that nobody buries, as in a
     * container without an init. PostgreSQL would take it for a running server and refuse to start.
     */
    private void forgetDead(Optional<PostmasterPid> noted) throws IOException {
        if (noted.isPresent() && ProcessHandle.of(noted.get().pid()).isPresent()) {
            Files.deleteIfExists(PostmasterPid.file(folder.cluster()));
        }
    }

    private static boolean isServer(ProcessHandle process, Optional<PostmasterPid> noted) {
        return noted.filter(server -> server.pid() == process.pid()).isPresent();
    }
}
