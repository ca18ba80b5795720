package io.decklog.standalone.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How often a fault is made, by which chance, and whether it can be made here at all. */
final class Rounds {

    private static final String ROUNDS = "faults.rounds";
    private static final String SEED = "faults.seed";
    private static final String REQUIRED = "faults.required";

    private Rounds() {}

    /** One time a fault is made. */
    interface Round {
        /** @param random from a seed that was printed */
        void of(Random random) throws Exception;
    }

    /**
     * @param fault what is tried, for whoever reads the output
     * @param few how often it is tried unless {@code -Dfaults.rounds} says otherwise
     */
    static void of(String fault, int few, Round round) throws Exception {
        var rounds = Integer.getInteger(ROUNDS, few);
        var seed = Long.getLong(SEED, System.nanoTime());
        for (var i = 0; i < rounds; i++) {
            System.out.printf("%s: round %d of %d, -Dfaults.seed=%d%n", fault, i + 1, rounds, seed + i);
            round.of(new Random(new SplittableRandom(seed + i).nextLong()));
        }
    }

    /**
     * Skips the test where it cannot be done, unless {@code -Dfaults.required=true}.
     *
     * @param programs that have to be on the path
     */
    static void demand(String... programs) {
        var isRoot = "root".equals(System.getProperty("user.name"));
        var missing =
                Arrays.stream(programs).filter(program -> !isThere(program)).toList();
        var obstacle = (isRoot ? "" : "needs root; ") + (missing.isEmpty() ? "" : "needs " + missing);
        if (!obstacle.isEmpty() && Boolean.getBoolean(REQUIRED)) {
            throw new AssertionError("This fault cannot be made here: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), () -> "skipped, because making this fault " + obstacle);
    }

    private static boolean isThere(String program) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs a program to its end, and fails if that is not a success. */
    static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output.strip();
    }
}
