package io.decklog.standalone.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Decklog, as its REST clients see it. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FIRST_FAILURE = 400;

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param address for example {@code http://127.0.0.1:8080} */
    public Server(URI address) {
        this.address = address;
    }

    JsonNode get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    JsonNode post(String path, String contentType, HttpRequest.BodyPublisher body) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** A write without a body. */
    JsonNode post(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Reads an answer line by line, for as long as it takes. */
    void lines(String path, Consumer<JsonNode> lines) throws InterruptedException {
        lines(HttpRequest.newBuilder(address.resolve(path)).GET().build(), lines);
    }

    /** The same, of a write. */
    void lines(String path, String contentType, HttpRequest.BodyPublisher body, Consumer<JsonNode> lines)
            throws InterruptedException {
        lines(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", contentType)
                        .POST(body)
                        .build(),
                lines);
    }

    private void lines(HttpRequest request, Consumer<JsonNode> lines) throws InterruptedException {
        try {
            var response = client.send(request, BodyHandlers.ofLines());
            try (var body = response.body()) {
                if (response.statusCode() >= FIRST_FAILURE) {
                    throw new ServerRefused(reason(response.statusCode(), body.collect(Collectors.joining("\n"))));
                }
                body.map(json::readTree).forEach(lines);
            }
        } catch (IOException | UncheckedIOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    /** What is done with an answer, for as long as it takes. */
    @FunctionalInterface
    interface Reading<R> {
        R read(InputStream body) throws IOException;
    }

    /** @throws IOException of the reading; one of the connection is told as what the reading makes of it */
    <R> R read(String path, Reading<R> reading) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).GET().build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new ServerRefused(
                        reason(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
            return reading.read(body);
        }
    }

    private ServerRefused unreachable(Exception failure) {
        return new ServerRefused(
                "There is no Decklog to be reached at %s; start it with ./decklog or name it with --url."
                        .formatted(address),
                failure);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new ServerRefused(reason(response.statusCode(), response.body()));
            }
            return json.readTree(response.body());
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        } catch (JacksonException noJson) {
            throw new ServerRefused("What answers at %s is not Decklog.".formatted(address), noJson);
        }
    }

    private String reason(int status, String body) {
        var detail = json.readTree(body).path("detail").asString("");
        return "The server refused it with status %d%s.".formatted(status, detail.isEmpty() ? "" : ": " + detail);
    }

    @Override
    public void close() {
        client.shutdownNow(); // closing alone would wait for an answer that nobody reads to its end
        client.close();
    }
}
