package io.decklog.standalone;

import io.decklog.standalone.client.LogUpload;
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

/** Takes a file of past incidents, or of a whole log, in through a running server. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes past incidents, or a log that was exported elsewhere, into a running server; safe to repeat. The "
                        + "status is 0 only if every line went in.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "NDJSON, one incident a line; or what `decklog export` wrote.")
    private Path file = Path.of("");

    @Option(names = "--url", description = "The server; by default the one on this machine at DECKLOG_PORT.")
    private @Nullable URI url;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new Server(ServerSettings.addressOr(url))) {
            var bar = Terminal.ofThisProcess().isPresent();
            var isWhole = LogUpload.isOf(file)
                    ? new LogUpload(server, System.out, bar).take(file)
                    : new Upload(server, System.out, bar).take(file);
            return isWhole ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
