package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that write observations until something happens to the server, and keep account of what they were told. */
final class Load {

    private static final int PAGE = 1000;
    private static final int AGAIN = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> incidents;
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();

    /** @param incidents the paths of the incidents to write to, in turn */
    Load(List<String> incidents) {
        this.incidents = incidents;
    }

    /** An entry a client tried to record: its id is also its idempotency key. */
    record Sent(String incident, String id) {

        Answer to(RestClient http) {
            return http.with("Idempotency-Key", id)
                    .post(incident + "/observations", Map.of("id", id, "text", "entry " + id));
        }
    }

    /** What happens to the server in the middle of it all; the clients stop when they get no answer any more. */
    interface Interruption {
        void happen() throws Exception;
    }

    /** @param entriesBefore how many more must have been acknowledged before it happens */
    void on(URI server, int writers, int entriesBefore, Interruption interruption) throws Exception {
        var enough = acknowledged.size() + entriesBefore;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var http = new RestClient(server);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int writer = 0; writer < writers; writer++) {
                threads.execute(() -> writeOn(http));
            }
            while (acknowledged.size() < enough) {
                assertThat(System.nanoTime()).as("the load is under way").isLessThan(deadline);
                Thread.sleep(5);
            }
            interruption.happen();
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the clients heard that it is over")
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private void writeOn(RestClient http) {
        for (var answered = true; answered; ) {
            var incident = incidents.get(turns.getAndIncrement() % incidents.size());
            answered = write(http, new Sent(incident, UUID.randomUUID().toString()));
        }
    }

    private boolean write(RestClient http, Sent entry) {
        try {
            if (entry.to(http).status() == 201) {
                acknowledged.add(entry);
                return true;
            }
        } catch (UncheckedIOException noAnswer) {
            // Nobody knows whether it was recorded.
        }
        unanswered.add(entry);
        return false;
    }

    /** As a careful client does who got no answer; and as one who forgot the answer it got. */
    void sendAgain(RestClient http) {
        acknowledged.stream().limit(AGAIN).forEach(entry -> {
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

    Queue<Sent> unanswered() {
        return unanswered;
    }

    /** That the timelines hold what was acknowledged exactly once, the rest at most once, and nothing else. */
    void assertTold(RestClient http) {
        var log = http.get("/log");
        var reader = http.with("Decklog-Position", log.text("/position"));
        var told = new ArrayList<String>();
        for (var incident : incidents) {
            told.addAll(entriesOf(reader, incident));
        }
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).containsAll(acknowledged.stream().map(Sent::id).toList());
        var tried = new ArrayList<>(acknowledged);
        tried.addAll(unanswered);
        assertThat(tried.stream().map(Sent::id).toList()).containsAll(told);
        assertThat(log.at("/events").asLong()).isEqualTo(told.size() + incidents.size());
    }

    private static List<String> entriesOf(RestClient reader, String incident) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = reader.get(incident + "/timeline?kind=observation&order=recorded&limit=" + PAGE + cursor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.all("/entries").forEach(entry -> ids.add(entry.path("entryId").asString()));
            cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return ids;
    }
}
