package io.decklog.query.it;

import io.decklog.query.QuerySide;
import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import io.decklog.wiring.log.LogPosition;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One query side for all integration tests: starting it is what takes time. Each test tells a story of its own. */
@SpringBootTest(
        classes = QuerySide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"decklog.stream.heartbeat=200ms", "decklog.stream.queue=128"})
@Import(RunningQuerySide.PoisonConfiguration.class)
@OnAnyPostgres
abstract class RunningQuerySide {

    static final String POISON = "poison";
    static final AtomicBoolean POISONOUS = new AtomicBoolean();

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private TransactionManager transactionManager;

    @Autowired
    ProjectionPositions positions;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    /** Fails on one text for as long as a test wants it to. */
    @TestConfiguration
    static class PoisonConfiguration {

        @Bean
        @Primary
        Fold<TimelineRow> poisonable(TimelineFold fold) {
            return (recorded, rows) -> {
                if (POISONOUS.get() && recorded.event().toString().contains(POISON)) {
                    throw new IllegalStateException("cannot fold this");
                }
                return fold.on(recorded, rows);
            };
        }
    }

    static Story newStory() {
        return new Story(NUMBERS.incrementAndGet());
    }

    /** Never twice the same story, because ids are unique over all incidents. */
    static long nextNumber() {
        return NUMBERS.incrementAndGet();
    }

    /** Appends the events and answers the position of the last. */
    long append(List<RecordedEvent> events) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactionManager);
        var position = new AtomicLong();
        unitOfWork.afterCommit(done -> position.set(LogPosition.of(done).orElseThrow()));
        unitOfWork.execute(() -> eventStore.publish(events.stream()
                .map(recorded -> new GenericDomainEventMessage<>(
                        "Incident", recorded.incidentId().toString(), recorded.sequence() - 1, recorded.event()))
                .toList()));
        return position.get();
    }

    /** Appends the story and waits until every projection has taken it in. */
    long tell(Story story) {
        var position = append(story.events());
        settle(position);
        return position;
    }

    void settle(long position) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (!ProjectionNames.ALL.stream()
                .allMatch(name -> positions.progress(name).covers(position))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not projected in time: " + position);
            }
            Thread.onSpinWait();
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    /** A stream of server-sent events. */
    EventSource listen(String path, String... headers) {
        return EventSource.open(address(path), headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", "/api/v1" + path, headers);
    }

    HttpResponse<String> post(String path) {
        return send("POST", "/api/v1" + path);
    }

    HttpResponse<String> getRoot(String path) {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    JsonNode json(String path) {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
