package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to server-sent events as a browser would, but for coming back: that is for the test to do. */
final class EventSource implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEARTBEAT = "heartbeat";
    private static final String END = "the stream has ended";

    private final InputStream body;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Event> heartbeats = new LinkedBlockingQueue<>();

    private EventSource(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    record Event(String id, String name, String data) {

        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }

        long position() {
            return Long.parseLong(id.split("\\.", 2)[0]);
        }

        boolean isEnd() {
            return name.equals(END);
        }
    }

    static EventSource open(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            return new EventSource(response.body());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var id = "";
            var name = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.equals(":")) {
                    heartbeats.add(new Event("", HEARTBEAT, ""));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, name, data));
                    data = "";
                }
            }
        } catch (IOException cutOff) {
            // ends as well
        }
        events.add(new Event("", END, ""));
    }

    /** The next event; the end of the stream is one, too. */
    Event next() {
        return Objects.requireNonNull(poll(events, PATIENCE), "no event in time");
    }

    void awaitHeartbeat() {
        Objects.requireNonNull(poll(heartbeats, PATIENCE), "no heartbeat in time");
    }

    private static @Nullable Event poll(LinkedBlockingQueue<Event> queue, Duration patience) {
        try {
            return queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException gone) {
            // closed as well
        }
    }
}
