package io.decklog.standalone.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs PostgreSQL's own programs on one data folder, unswayed by the caller's environment. */
final class PostgresTools {
    private static final long ROOT = 0;

    /** PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, and its files as its own. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private final Path home;
    private final DataFolder folder;
    private final List<String> prefix;

    PostgresTools(Path home, DataFolder folder) {
        this.home = home;
        this.folder = folder;
        this.prefix = new UnixSystem().getUid() == ROOT ? AS_NOBODY : List.of();
    }

    /**
     * What a program ended with.
     *
     * @param status zero if all went well
     * @param output what it wrote, to whichever stream
     */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs {@code program} on {@code cluster} to its end. */
    Outcome run(Path cluster, String program, String... arguments) {
        return runWithInput("", cluster, program, arguments);
    }

    Outcome runWithInput(String input, Path cluster, String program, String... arguments) {
        List<String> command = Stream.of(
                        prefix.stream(),
                        Stream.of(home.resolve("bin").resolve(program).toString()),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        try {
            return await(prepared(command, cluster).start(), input);
        } catch (IOException e) {
            throw cannotRun(program, String.valueOf(e.getMessage()));
        }
    }

    /** The cluster goes in by the environment: pg_ctl would hand an argument to a shell, with all a path may hold. */
    private ProcessBuilder prepared(List<String> command, Path cluster) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.root().toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("PGDATA", cluster.toString());
        environment.put("LC_ALL", "C");
        return builder;
    }

    private Outcome await(Process process, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Decklog was stopped while it was starting.", e);
        }
    }

    /** Says so early and plainly where root cannot become nobody, as in most containers. */
    void check() {
        Outcome version = run(folder.cluster(), "postgres", "--version");
        if (!version.succeeded()) {
            throw cannotRun("postgres", version.output().strip());
        }
    }

    private CannotStart cannotRun(String program, String said) {
        return new CannotStart(
                prefix.isEmpty()
                        ? "PostgreSQL's %s in %s cannot be run: %s".formatted(program, home, said)
                        : ("PostgreSQL does not run as root, and to run it as nobody the command unshare is needed, "
                                        + "which failed here: %s. Start Decklog as an ordinary user.")
                                .formatted(said));
    }
}
