package io.decklog.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads as any client would, and reads what it wrote: every read asks for the position of the last write. */
final class DemoClient implements AutoCloseable {
    private static final String POSITION = "Decklog-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_OTHER = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI api;
    private String position = "";

    /** @param address where Decklog is reached */
    DemoClient(URI address) {
        api = address.resolve("/api/v1/");
    }

    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
        position = response.headers().firstValue(POSITION).orElse(position);
        return tree(response);
    }

    JsonNode get(String path) throws InterruptedException {
        return tree(read(path, "application/json"));
    }

    String getText(String path, String mediaType) throws InterruptedException {
        return read(path, mediaType).body();
    }

    private HttpResponse<String> read(String path, String mediaType) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).header("Accept", mediaType);
        return send(position.isEmpty() ? request : request.header(POSITION, position));
    }

    private HttpResponse<String> send(HttpRequest.Builder unfinished) throws InterruptedException {
        HttpRequest request = unfinished.timeout(PATIENCE).build();
        String call = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() < FIRST_SUCCESS || response.statusCode() >= FIRST_OTHER) {
                throw new DemoFailed(
                        "%s was answered with %d: %s".formatted(call, response.statusCode(), reason(response.body())));
            }
            return response;
        } catch (IOException e) {
            throw new DemoFailed("%s got no answer: %s".formatted(call, e), e);
        }
    }

    private JsonNode tree(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw new DemoFailed(
                    "%s was answered with something that is no JSON."
                            .formatted(response.request().uri().getPath()),
                    e);
        }
    }

    /** The detail of a problem, with the fields it names; what is no problem is told as it came. */
    private String reason(String body) {
        try {
            JsonNode problem = json.readTree(body);
            StringBuilder reason = new StringBuilder(problem.path("detail").asString(body));
            for (JsonNode error : problem.path("errors")) {
                reason.append(" [%s: %s]"
                        .formatted(
                                error.path("field").asString(""),
                                error.path("detail").asString("")));
            }
            return reason.toString();
        } catch (JacksonException e) {
            return body;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
