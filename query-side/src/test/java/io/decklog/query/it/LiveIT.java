package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.sse.EventStreams;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class LiveIT extends RunningQuerySide {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventStreams streams;

    @Autowired
    private EventStorageEngine storage;

    @Autowired
    private TransactionManager transactions;

    @Test
    void who_listens_has_the_timeline() {
        var story = RandomStory.of(nextNumber() - 1, 80);
        var events = story.events();
        tell(story, 0, 10);
        var before = entries(story);
        try (var stream = listen("/incidents/" + story.number() + "/timeline/stream")) {
            var position = 0L;
            for (var i = 10; i < 80; i += 7) {
                position = append(events.subList(i, Math.min(80, i + 7)));
            }
            before.putAll(read(stream, position));
        }
        assertThat(before).isEqualTo(entries(story));
    }

    @Test
    void who_asks_for_the_start_gets_everything_that_was_recorded() {
        var story = RandomStory.of(nextNumber() - 1, 300);
        append(newDeclared().events());
        var position = tell(story);
        for (var start : List.of("from=start", "after=0")) {
            try (var stream = listen("/incidents/" + story.id() + "/timeline/stream?" + start)) {
                assertThat(read(stream, position)).isEqualTo(entries(story));
            }
        }
    }

    @Test
    void the_stream_of_all_says_which_incident_an_entry_is_of() {
        var checkout = newDeclared();
        var search = newDeclared();
        try (var stream = listen("/stream")) {
            append(checkout.events());
            append(search.events());
            for (var story : List.of(checkout, search)) {
                var event = stream.next();
                assertThat(event.name()).isEqualTo("entry");
                var entry = (tools.jackson.databind.node.ObjectNode) event.json();
                assertThat(entry.remove("incidentId").asString())
                        .isEqualTo(story.id().toString());
                assertThat(entry.remove("number").asString())
                        .isEqualTo(story.number().toString());
                assertThat(entry).isEqualTo(entries(story).values().iterator().next());
            }
        }
    }

    @Test
    void who_comes_back_misses_nothing_and_hears_nothing_twice_while_others_write() {
        var start = append(newDeclared().events());
        List<String> ids;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 6)
                    .mapToObj(_ -> RandomStory.of(nextNumber() - 1, 60))
                    .map(story -> CompletableFuture.runAsync(() -> write(story), threads))
                    .toArray(CompletableFuture[]::new);
            var last = CompletableFuture.allOf(writers)
                    .thenApply(_ -> append(newDeclared().events()));
            ids = listenWithBreaks(start, last);
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(360);
        assertThat(ids.stream().map(LiveIT::position).distinct().toList())
                .isEqualTo(jdbc.sql("SELECT global_index FROM domain_event_entry WHERE global_index > ? ORDER BY 1")
                        .param(start)
                        .query(Long.class)
                        .list());
    }

    /** Event by event, and some of it twice: the second time it is refused, and leaves a gap in the log. */
    private void write(Story story) {
        for (var event : story.events()) {
            append(List.of(event));
            if (event.sequence() % 5 == 0) {
                assertThat(catchThrowable(() -> append(List.of(event)))).isNotNull();
            }
        }
    }

    private List<String> listenWithBreaks(long start, CompletableFuture<Long> last) {
        var random = new Random(start);
        var ids = new ArrayList<String>();
        ids.add("" + start);
        while (!last.isDone() || position(ids.getLast()) < last.join()) {
            try (var stream = listen("/stream", "Last-Event-ID", ids.getLast())) {
                var event = stream.next();
                for (var more = random.nextInt(40); !event.isEnd(); event = stream.next()) {
                    ids.add(event.id());
                    if (more-- == 0 || (last.isDone() && event.position() >= last.join())) {
                        break;
                    }
                }
            }
        }
        return ids.subList(1, ids.size());
    }

    private static long position(String id) {
        return Long.parseLong(id.split("\\.", 2)[0]);
    }

    @Test
    void what_another_process_appended_is_told_too() {
        var story = newDeclared();
        append(story.events());
        try (var stream = listen("/incidents/" + story.id() + "/timeline/stream")) {
            story.observed("seen from elsewhere");
            appendElsewhere(story.last());
            assertThat(stream.next().json().get("text").asString()).contains("seen from elsewhere");
        }
    }

    /** Past the event store of this process, which would tell those who wait for events. */
    private void appendElsewhere(RecordedEvent recorded) {
        transactions.executeInTransaction(() -> storage.appendEvents(new GenericDomainEventMessage<>(
                "Incident",
                recorded.incidentId().toString(),
                recorded.sequence() - 1,
                recorded.event(),
                MetaData.emptyInstance(),
                recorded.stamp().id().toString(),
                recorded.stamp().recordedAt())));
    }

    @Test
    void who_does_not_keep_up_is_cut_off_while_others_go_on() throws IOException {
        var story = newDeclared();
        append(story.events());
        var path = "/incidents/" + story.id() + "/timeline/stream";
        try (var quick = listen(path);
                var slow = new Socket()) {
            slow.setReceiveBufferSize(65_536);
            slow.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), address("").getPort()));
            slow.getOutputStream()
                    .write(("GET /api/v1" + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
            var position = 0L;
            for (var i = 0; i < 200; i++) {
                story.observed("x".repeat(100_000));
                position = append(List.of(story.last()));
                assertThat(quick.next().position()).isEqualTo(position);
            }
            var last = "id: " + position;
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("event: entry")
                    .doesNotContain(last);
        }
    }

    @Test
    void while_nothing_happens_there_are_heartbeats() {
        var story = newDeclared();
        append(story.events());
        try (var stream = listen("/incidents/" + story.id() + "/timeline/stream")) {
            stream.awaitHeartbeat();
            stream.awaitHeartbeat();
            story.observed("error rate 12 %");
            append(List.of(story.last()));
            assertThat(stream.next().json().get("text").asString()).contains("error rate 12 %");
            stream.awaitHeartbeat();
        }
    }

    @Test
    void when_the_process_stops_streams_end_and_new_ones_are_refused() {
        var story = newDeclared();
        append(story.events());
        try (var stream = listen("/stream")) {
            streams.stop();
            assertThat(stream.next().isEnd()).isTrue();
            var refused = get("/stream");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).get("code").asString()).isEqualTo("TOO_MANY_STREAMS");
        } finally {
            streams.start();
        }
    }

    @Test
    void what_cannot_be_told_is_a_problem_before_the_stream_begins() {
        var story = newDeclared();
        append(story.events());
        var path = "/incidents/" + story.id() + "/timeline/stream";
        var refusals = new LinkedHashMap<String, Integer>();
        refusals.put("/incidents/INC-999999/timeline/stream", 404);
        refusals.put("/incidents/00000000-0000-0000-0000-000000000001/timeline/stream", 404);
        refusals.put(path + "?after=x", 400);
        refusals.put(path + "?after=999999999999", 400);
        refusals.put(path + "?from=yesterday", 400);
        refusals.put("/stream?after=-1", 400);
        for (var accept : List.of("*/*", "text/event-stream")) {
            refusals.forEach((address, status) -> {
                var response = get(address, "Accept", accept);
                assertThat(response.statusCode()).as(address).isEqualTo(status);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            });
        }
        assertThat(get(path, "Last-Event-ID", "nonsense").statusCode()).isEqualTo(400);
        assertThat(get(path, "Accept", "application/json").statusCode()).isEqualTo(406);
        assertThat(get("/stream", "Accept", "application/json").statusCode()).isEqualTo(406);
    }

    private static Story newDeclared() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        return story;
    }

    private void tell(Story story, int from, int to) {
        settle(append(story.events().subList(from, to)));
    }

    /** What a client holds that keeps each entry as it last heard of it. */
    private static Map<String, JsonNode> read(EventSource stream, long until) {
        var entries = new LinkedHashMap<String, JsonNode>();
        for (var event = stream.next(); ; event = stream.next()) {
            assertThat(event.isEnd()).isFalse();
            entries.put(event.json().get("entryId").asString(), event.json());
            if (event.id().equals("" + until)) {
                return entries;
            }
        }
    }

    private Map<String, JsonNode> entries(Story story) {
        return entries(story.id());
    }

    private Map<String, JsonNode> entries(IncidentId id) {
        var entries = new LinkedHashMap<String, JsonNode>();
        json("/incidents/" + id + "/timeline?limit=1000&order=recorded")
                .get("entries")
                .forEach(entry -> entries.put(entry.get("entryId").asString(), entry));
        return entries;
    }
}
