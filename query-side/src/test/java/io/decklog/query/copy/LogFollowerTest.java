package io.decklog.query.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.log.CopiedEvent;
import io.decklog.wiring.log.LogCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log and a copy in memory. */
class LogFollowerTest {

    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");

    private final Log log = new Log();
    private final Copy copy = new Copy();
    private final LogFollower follower = new LogFollower(log, copy, "here", Duration.ofMillis(5));

    @AfterEach
    void stop() {
        follower.stop();
    }

    @Test
    void copies_what_is_there_and_what_comes() {
        log.events.addAll(events(1, 1_200));
        follower.start();
        until(() -> copy.events.size() == 1_200);

        log.events.addAll(events(1_201, 3));

        until(() -> copy.events.size() == 1_203);
        assertThat(copy.events).isEqualTo(log.events);
        assertThat(copy.obstacle).isNull();
    }

    @Test
    void goes_on_behind_what_the_copy_has() {
        log.events.addAll(events(1, 10));
        copy.events.addAll(log.events.subList(0, 7));

        follower.start();

        until(() -> copy.events.size() == 10);
        assertThat(copy.events).isEqualTo(log.events);
    }

    @Test
    void does_not_copy_a_log_that_has_lost_what_the_copy_has() {
        log.events.addAll(events(1, 5));
        copy.events.addAll(events(1, 7));

        follower.start();

        until(() -> copy.obstacle != null);
        assertThat(copy.obstacle).contains("ends at position 5", "goes on to 7");
        assertThat(copy.events).hasSize(7);
    }

    @Test
    void does_not_copy_a_log_that_has_another_event_where_the_copy_ends() {
        log.events.addAll(events(1, 10));
        copy.events.addAll(log.events.subList(0, 6));
        copy.events.add(event(7, "another"));

        follower.start();

        until(() -> copy.obstacle != null);
        assertThat(copy.obstacle).contains("position 7");
        assertThat(copy.events).hasSize(7);
    }

    @Test
    void notices_also_when_the_log_has_gone_back_in_the_middle_of_it() {
        log.events.addAll(events(1, 10));
        follower.start();
        until(() -> copy.events.size() == 10);

        log.events.subList(8, 10).clear();
        log.events.addAll(List.of(event(9, "another"), event(10, "one"), event(11, "more")));
        log.breaks = true;

        until(() -> copy.obstacle != null);
        assertThat(copy.events).hasSize(10);
    }

    @Test
    void does_not_pass_over_a_gap() {
        log.events.addAll(List.of(event(1, "first"), event(3, "third")));

        follower.start();

        until(() -> copy.obstacle != null);
        assertThat(copy.events).isEmpty();
    }

    @Test
    void leaves_the_copy_to_the_process_that_has_claimed_it() {
        log.events.addAll(events(1, 10));
        copy.owner = "there";
        follower.start();

        until(() -> copy.refused.get() > 0);
        assertThat(copy.events).isEmpty();
        copy.owner = null;

        until(() -> copy.events.size() == 10);
    }

    @Test
    void ends_when_another_process_has_taken_its_claim() {
        log.events.addAll(events(1, 10));
        follower.start();
        until(() -> copy.events.size() == 10);

        copy.owner = "there";
        log.events.addAll(events(11, 5));

        until(() -> copy.refused.get() > 1);
        assertThat(copy.events).hasSize(10);
    }

    @Test
    void goes_on_by_itself_when_the_log_is_back_and_meanwhile_leaves_it_to_others() {
        log.away = true;
        log.events.addAll(events(1, 10));
        follower.start();
        until(() -> copy.released.get() > 0);

        log.away = false;

        until(() -> copy.events.size() == 10);
    }

    private static List<CopiedEvent> events(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(position -> event(position, "event " + position))
                .toList();
    }

    private static CopiedEvent event(int position, String identifier) {
        return new CopiedEvent(
                position, identifier, "incident", position, "Incident", "Observed", "1", new byte[0], Map.of(), NOON);
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static final class Log implements EventSource {

        private final List<CopiedEvent> events = new CopyOnWriteArrayList<>();
        private volatile boolean away;
        private volatile boolean breaks;

        @Override
        public long end() {
            if (away) {
                throw new IllegalStateException("away");
            }
            return events.isEmpty() ? 0 : events.getLast().position();
        }

        @Override
        public Events behind(long position) {
            breaks = false;
            return new Events() {
                private long reached = position;

                @Override
                public List<CopiedEvent> next(int limit, Duration patience) throws InterruptedException {
                    if (breaks) {
                        throw new IllegalStateException("broken");
                    }
                    var next = events.stream()
                            .filter(event -> event.position() > reached)
                            .limit(limit)
                            .toList();
                    if (next.isEmpty()) {
                        Thread.sleep(5);
                    } else {
                        reached = next.getLast().position();
                    }
                    return next;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Copy implements LogCopy {

        private final List<CopiedEvent> events = new CopyOnWriteArrayList<>();
        private volatile @Nullable String owner;
        private volatile @Nullable String obstacle;
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();

        @Override
        public boolean claim(String process) {
            if (owner == null) {
                owner = process;
            }
            return holds(process);
        }

        private boolean holds(String process) {
            var holds = process.equals(owner);
            refused.addAndGet(holds ? 0 : 1);
            return holds;
        }

        @Override
        public void release(String process) {
            if (holds(process)) {
                owner = null;
                released.incrementAndGet();
            }
        }

        @Override
        public Optional<CopiedEvent> last() {
            return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
        }

        @Override
        public boolean add(String process, List<CopiedEvent> more) {
            return holds(process) && events.addAll(new ArrayList<>(more));
        }

        @Override
        public boolean saw(String process, long end) {
            return holds(process);
        }

        @Override
        public void standsStill(String process, String reason) {
            obstacle = reason;
        }

        @Override
        public State state() {
            return new State(events.size(), null, null, null, NOON, obstacle);
        }
    }
}
