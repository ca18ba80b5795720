package io.decklog.standalone;

import io.decklog.standalone.client.LogDownload;
import io.decklog.standalone.client.Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the whole log of a running server into a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the whole log of a running server into a file, which `decklog import` puts into another "
                + "one: ids, order and times stay as they are. The file appears only once all of it is there.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write, NDJSON; it must not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--url", description = "The server; by default the one on this machine at DECKLOG_PORT.")
    private @Nullable URI url;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = new Server(ServerSettings.addressOr(url))) {
            new LogDownload(server, System.out, Terminal.ofThisProcess().isPresent()).to(file);
            return ExitCode.OK;
        }
    }
}
