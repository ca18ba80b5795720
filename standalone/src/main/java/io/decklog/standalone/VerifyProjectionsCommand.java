package io.decklog.standalone;

import io.decklog.standalone.client.Check;
import io.decklog.standalone.client.Server;
import io.decklog.standalone.client.ServerRefused;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares projections with the log. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        description = "Compares projections of a running server with what the log makes of them, and names the first "
                + "difference. The status is 0 if there is none, 1 if there is one, 2 if it could not be told.")
final class VerifyProjectionsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The projection; by default all of them.")
    private @Nullable String name;

    @Option(names = "--url", description = "The server; by default the one on this machine at DECKLOG_PORT.")
    private @Nullable URI url;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new Server(ServerSettings.addressOr(url))) {
            var check = new Check(server, System.out, Terminal.ofThisProcess().isPresent());
            return check.of(name).status();
        } catch (ServerRefused refused) {
            System.err.println(refused.getMessage());
            return Check.Verdict.UNKNOWN.status();
        }
    }
}
