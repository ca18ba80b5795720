package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** System calls of a database server and all its processes that end otherwise than they should, until it is closed. */
final class SystemCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process strace;
    private final Path output;

    private SystemCalls(Process strace, Path output) {
        this.strace = strace;
        this.output = output;
    }

    /**
     * Returns once it has taken hold.
     *
     * @param calls by name, separated by commas
     * @param outcome what becomes of them, as strace has it: {@code error=EIO:when=7}, where each process counts for itself
     */
    static SystemCalls of(ProcessHandle database, String calls, String outcome)
            throws IOException, InterruptedException {
        var processes =
                Stream.concat(Stream.of(database), database.descendants()).toList();
        var pids = processes.stream().map(process -> "" + process.pid()).collect(Collectors.joining(","));
        var output = Files.createTempFile("strace", "");
        var command = List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                output.toString(),
                "-e",
                "trace=" + calls,
                "-e",
                "inject=" + calls + ":" + outcome,
                "-p",
                pids);
        var strace = new ProcessBuilder(command).inheritIO().start();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTraced(database)) {
            if (!strace.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("strace does not take hold of " + database);
            }
            Thread.sleep(20);
        }
        return new SystemCalls(strace, output);
    }

    private static boolean isTraced(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("TracerPid:"))
                .noneMatch(line -> line.endsWith("\t0"));
    }

    /** Waits until the first one has. */
    void awaitFirst() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count() == 0) {
            assertThat(System.nanoTime()).as("a call of these is made").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** How many have so far. */
    long count() throws IOException {
        try (var lines = Files.lines(output)) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        }
    }

    /** Lets go of the processes; they go on undisturbed. */
    @Override
    public void close() throws IOException {
        strace.destroy();
        strace.onExit()
                .completeOnTimeout(strace, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        strace.destroyForcibly();
        Files.delete(output);
    }
}
