package io.decklog.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Serves until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves until Ctrl-C; this is also what happens without a command.")
final class ServeCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = ServerSettings.of(System.getenv());
        DecklogServer server = OrderlyEnd.of(() -> DecklogServer.start(settings, System.err::println));
        Path data = settings.data().toAbsolutePath().normalize();
        System.out.printf("Decklog serves %s with the log in %s; Ctrl-C stops it.%n", server.address(), data);
        new CountDownLatch(1).await(); // A signal ends it, see OrderlyEnd.
        return 0;
    }
}
