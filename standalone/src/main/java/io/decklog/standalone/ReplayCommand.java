package io.decklog.standalone;

import io.decklog.standalone.client.Rebuild;
import io.decklog.standalone.client.Server;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rebuilds projections of a running server. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Rebuilds projections from the log while a running server goes on answering from the old ones. "
                + "Ctrl-C asks whether to stop that; without a terminal it only stops watching.")
final class ReplayCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--cancel", description = "Stops a rebuild instead of asking for one.")
    private boolean cancel;

    @Option(names = "--url", description = "The server; by default the one on this machine at DECKLOG_PORT.")
    private @Nullable URI url;

    /** One or all. */
    static final class Which {

        @Parameters(paramLabel = "NAME", description = "The projection: timeline, decisions, ...")
        private @Nullable String name;

        @Option(names = "--all", description = "Every projection, in one go.")
        private boolean all;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new Server(ServerSettings.addressOr(url))) {
            var terminal = Terminal.ofThisProcess();
            var rebuild = new Rebuild(server, System.out, terminal.isPresent());
            var name = which.all ? null : which.name;
            var names = name == null ? rebuild.names() : List.of(name);
            if (cancel) {
                rebuild.cancel(names);
                return ExitCode.OK;
            }
            rebuild.ask(name);
            if (terminal.isEmpty()) {
                return status(rebuild.watch(names));
            }
            var question = "Stop the rebuild, too? [y/N] ";
            try (var _ = terminal.get().onInterrupt(question, rebuild::stayStill, () -> rebuild.cancel(names))) {
                return status(rebuild.watch(names));
            }
        }
    }

    private static int status(boolean allRebuilt) {
        return allRebuilt ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
