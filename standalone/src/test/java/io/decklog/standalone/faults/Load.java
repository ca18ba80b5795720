package io.decklog.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.standalone.OwnIncident;
import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Clients that write observations while something happens to the servers, and keep account of what they were told. They
 * are careful: who gets no answer, or hears 503, sends the same entry with the same key again, until it is all over.
 */
final class Load {

    private static final int INCIDENTS = 3;
    private static final int WRITERS = 6;
    private static final int PAGE = 1000;
    private static final int AGAIN = 20;
    private static final int PAUSE_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> incidents;
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile List<RestClient> servers = List.of();
    private volatile boolean isOver;

    private Load(List<String> incidents) {
        this.incidents = incidents;
    }

    /** On incidents of its own, which it declares. */
    static Load on(URI server) {
        var http = new RestClient(server);
        return new Load(Stream.generate(() -> OwnIncident.declaredTo(http))
                .limit(INCIDENTS)
                .map(OwnIncident::path)
                .toList());
    }

    /** An entry a client tries to record: its id is also its idempotency key. */
    private record Sent(String incident, String id) {

        Answer to(RestClient http) {
            return http.with("Idempotency-Key", id)
                    .post(incident + "/observations", Map.of("id", id, "text", "entry " + id));
        }
    }

    /** What happens to the servers in the middle of it all. */
    interface Interruption {
        void happen() throws Exception;
    }

    /**
     * @param addresses of servers any of which takes a write
     * @param entriesBefore how many more must have been acknowledged before it happens
     */
    void during(List<URI> addresses, int entriesBefore, Interruption interruption) throws Exception {
        isOver = false;
        servers = addresses.stream().map(RestClient::new).toList();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (var writer = 0; writer < WRITERS; writer++) {
                threads.execute(this::write);
            }
            awaitMore(entriesBefore);
            interruption.happen();
        } finally {
            isOver = true;
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                unexpected.add("a client is still waiting");
                threads.shutdownNow();
            }
        }
        assertThat(unexpected).isEmpty();
    }

    /** Waits until that many more were acknowledged: whatever it was, it is over. */
    void awaitMore(int entries) throws InterruptedException {
        var enough = acknowledged.size() + entries;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.size() < enough) {
            assertThat(unexpected).isEmpty();
            assertThat(System.nanoTime()).as("entries are recorded").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    private void write() {
        while (!isOver && unexpected.isEmpty()) {
            var turn = turns.getAndIncrement();
            write(new Sent(
                    incidents.get(turn % incidents.size()), UUID.randomUUID().toString()));
        }
    }

    private void write(Sent entry) {
        while (!isOver && unexpected.isEmpty()) {
            if (isAnswered(entry)) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        unanswered.add(entry);
    }

    /** No answer leaves open whether it was recorded, and so does 503: that is what the key is for. */
    private boolean isAnswered(Sent entry) {
        try {
            var answer = entry.to(servers.get(turns.getAndIncrement() % servers.size()));
            switch (answer.status()) {
                case 201 -> acknowledged.add(entry);
                case 503 -> {
                    return false;
                }
                default -> unexpected.add(answer.toString());
            }
            return answer.status() == 201;
        } catch (UncheckedIOException noAnswer) {
            if (noAnswer.getCause() instanceof HttpTimeoutException) {
                unexpected.add("no answer for as long as a client waits");
            }
            return false;
        }
    }

    /** As a careful client does who got no answer; and as one who forgot the answer it got. */
    void sendAgain(RestClient http) {
        acknowledged.stream().skip(Math.max(0, acknowledged.size() - AGAIN)).forEach(entry -> {
            var answer = entry.to(http);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        });
        for (var entry = unanswered.poll(); entry != null; entry = unanswered.poll()) {
            var answer = entry.to(http);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            acknowledged.add(entry);
        }
    }

    /**
     * That the timelines hold what was acknowledged exactly once, the rest at most once, and nothing else; in an order
     * without gaps, and with record times that never decrease.
     */
    void assertTold(RestClient http) throws InterruptedException {
        var reader = http.with("Decklog-Position", http.get("/log").text("/position"));
        var told = new ArrayList<String>();
        for (var incident : incidents) {
            var entries = entriesOf(reader, incident);
            assertInOrder(entries);
            entries.stream()
                    .filter(entry -> entry.path("type").asString().equals("observation"))
                    .forEach(entry -> told.add(entry.path("entryId").asString()));
        }
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).containsAll(acknowledged.stream().map(Sent::id).toList());
        assertThat(Stream.concat(acknowledged.stream(), unanswered.stream())
                        .map(Sent::id)
                        .toList())
                .containsAll(told);
    }

    private static void assertInOrder(List<JsonNode> entries) {
        assertThat(entries)
                .extracting(entry -> entry.path("sequence").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries)
                .extracting(entry -> Instant.parse(entry.path("recordedAt").asString()))
                .isSorted();
    }

    /** For some seconds nobody carries on the projections of a process that was killed. */
    private static Answer patiently(RestClient reader, String path) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var page = reader.get(path);
        while (page.status() == 503 && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE_MILLIS);
            page = reader.get(path);
        }
        return page;
    }

    private static List<JsonNode> entriesOf(RestClient reader, String incident) throws InterruptedException {
        var entries = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = patiently(reader, incident + "/timeline?order=recorded&limit=" + PAGE + cursor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            entries.addAll(page.all("/entries"));
            cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return entries;
    }
}
