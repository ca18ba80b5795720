package io.decklog.standalone;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts on throw-away data, serves a little and ends: what the virtual machine learns from it makes later starts quick. */
@Command(name = "warm-up", hidden = true, description = "A start to learn from; see the script decklog.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PATHS =
            List.of("/actuator/health/readiness", "/api/v1/incidents", "/v3/api-docs");

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (DecklogServer server =
                        OrderlyEnd.of(() -> DecklogServer.startOnThrowAwayData("127.0.0.1", 0, notice -> {}));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                client.send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
