package io.decklog.wiring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Calls Decklog over HTTP as any program would. Nothing is checked or mended on the way: an answer is what came back. */
public final class RestClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String API = "/api/v1";

    private final URI address;
    private final Map<String, String> headers;

    /** @param address where Decklog is reached, without a path */
    public RestClient(URI address) {
        this(address, Map.of());
    }

    private RestClient(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    public URI address() {
        return address;
    }

    /** The same client, which sends this header with every request. */
    public RestClient with(String header, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new RestClient(address, more);
    }

    /** The same client, whose reads have seen what was written. */
    public RestClient after(Answer write) {
        return with("Decklog-Position", write.header("Decklog-Position"));
    }

    /** @param path below {@code /api/v1}, a {@code Location}, or below {@code /actuator} */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** @param body bytes and text are sent as they are, anything else as the JSON it makes */
    public Answer post(String path, Object body) {
        return json().send("POST", path, publisher(body));
    }

    /** @param body sent as it is; one of unknown length goes in chunks */
    public Answer send(String method, String path, BodyPublisher body) {
        var target = path.startsWith(API) || path.startsWith("/actuator/") ? path : API + path;
        var request = HttpRequest.newBuilder(address.resolve(target))
                .timeout(PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private RestClient json() {
        return headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    }

    private static BodyPublisher publisher(Object body) {
        return switch (body) {
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            case String text -> BodyPublishers.ofString(text);
            default -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
    }
}
