package io.decklog.standalone;

import io.decklog.standalone.client.Server;
import io.decklog.standalone.client.Upload;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file of past incidents in through a running server. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes past incidents into a running server; safe to repeat. The status is 0 only if every line went in.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "NDJSON, one incident a line.")
    private Path file = Path.of("");

    @Option(names = "--url", description = "The server; by default the one on this machine at DECKLOG_PORT.")
    private @Nullable URI url;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new Server(ServerSettings.addressOr(url))) {
            var isWhole =
                    new Upload(server, System.out, Terminal.ofThisProcess().isPresent()).take(file);
            return isWhole ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
