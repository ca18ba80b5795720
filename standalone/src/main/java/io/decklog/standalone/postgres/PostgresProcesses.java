package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The living PostgreSQL processes of one cluster, told by what they are rather than by a number in a file: a process id may
 * have gone to another program since, and a killed server leaves workers that hold on to its memory for a moment.
 */
final class PostgresProcesses {
    /** The start time in the file has whole seconds, and that of the process may be off by a clock that was set. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private PostgresProcesses() {}

    static List<ProcessHandle> of(Path cluster) throws IOException {
        Optional<PostmasterPid> noted = PostmasterPid.of(cluster);
        return ProcessHandle.allProcesses()
                .filter(process -> belongsTo(process, cluster, noted) && isPostgres(process))
                .toList();
    }

    /** Whether the server noted in the cluster is there. */
    static boolean isServerRunning(Path cluster) throws IOException {
        Optional<PostmasterPid> noted = PostmasterPid.of(cluster);
        return noted.flatMap(server -> ProcessHandle.of(server.pid()))
                .filter(process -> belongsTo(process, cluster, noted) && isPostgres(process))
                .isPresent();
    }

    /**
     * Waits until none is left. Workers of a server that was killed go by themselves, but they hold its memory until they
     * have gone; who has not gone after {@code patience} is killed.
     */
    static void awaitEnd(Path cluster, Duration patience) throws IOException {
        long start = System.nanoTime();
        for (List<ProcessHandle> living = of(cluster); !living.isEmpty(); living = of(cluster)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                living.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Decklog was interrupted while it waited for its database to end.", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(program -> program.toString().startsWith("postgres"))
                .isPresent();
    }

    /** Every PostgreSQL process works in its cluster; where a system does not tell, the noted server is as far as one sees. */
    private static boolean belongsTo(ProcessHandle process, Path cluster, Optional<PostmasterPid> noted) {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (!Files.isSymbolicLink(workingDirectory)) {
            return noted.filter(server -> isSame(process, server)).isPresent();
        }
        try {
            return Files.readSymbolicLink(workingDirectory).equals(cluster);
        } catch (IOException e) {
            return false; // Somebody else's process, or one that has just ended.
        }
    }

    private static boolean isSame(ProcessHandle process, PostmasterPid server) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return process.pid() == server.pid()
                && Duration.between(started, server.startedAt()).abs().compareTo(SAME_START) <= 0;
    }
}
