package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL notes about its running server in {@code postmaster.pid}: on the first line its process id, on the third
 * the second in which it started. The file outlives a server that was killed.
 *
 * @param pid the process id; by now it may belong to another program
 * @param startedAt when the server started, to the second
 */
record PostmasterPid(long pid, Instant startedAt) {
    private static final int START_LINE = 2;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty if no server was left unstopped, or if one died while it was writing the file. */
    static Optional<PostmasterPid> of(Path cluster) throws IOException {
        return Files.exists(file(cluster)) ? parse(Files.readAllLines(file(cluster))) : Optional.empty();
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.size() <= START_LINE) {
            return Optional.empty();
        }
        try {
            // A single-user server notes its id negated.
            long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            long started = Long.parseLong(lines.get(START_LINE).strip());
            return Optional.of(new PostmasterPid(pid, Instant.ofEpochSecond(started)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
