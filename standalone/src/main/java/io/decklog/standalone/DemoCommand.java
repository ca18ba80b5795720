package io.decklog.standalone;

import io.decklog.standalone.demo.Demo;
import io.decklog.standalone.demo.DemoFailed;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Plays an incident on throw-away data and stays up to be looked at. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays one real incident on throw-away data, shows its record, and serves it until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
    private static final String ADDRESS = "127.0.0.1";
    private static final int FIRST_PORT = 8080;

    @Option(
            names = "--exit",
            description = "End at once instead of serving; the status is 0 only if everything worked.")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        int port = port(System.getenv());
        Consumer<String> notices = System.err::println;
        try (DecklogServer server = OrderlyEnd.of(() -> DecklogServer.startOnThrowAwayData(ADDRESS, port, notices))) {
            new Demo(server.address(), System.out, isColoured()).play();
            if (!exit) {
                System.out.printf("%nCtrl-C stops it, and nothing of it is kept.%n");
                new CountDownLatch(1).await(); // A signal ends it, see OrderlyEnd.
            }
            return ExitCode.OK;
        } catch (DemoFailed e) {
            System.err.println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private static int port(Map<String, String> environment) {
        return environment.getOrDefault("DECKLOG_PORT", "").isBlank()
                ? ListeningPort.firstFree(ADDRESS, FIRST_PORT)
                : ServerSettings.of(environment).port();
    }

    private static boolean isColoured() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
