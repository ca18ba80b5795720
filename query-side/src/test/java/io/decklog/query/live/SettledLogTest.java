package io.decklog.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettledLogTest {

    private final FakeLog log = new FakeLog();
    private long nanos;
    private final SettledLog settled = new SettledLog(log, () -> nanos);

    @Test
    void what_commits_late_comes_before_what_overtook_it() {
        settled.atHead();
        log.insert("slow", 1);
        log.insert("quick", 2);
        log.commit("quick");

        assertThat(settled.next()).isEmpty();
        assertThat(settled.isInDoubt()).isTrue();
        log.commit("slow");
        assertThat(settled.next()).extracting(Logged::position).containsExactly(1L, 2L);
        assertThat(settled.isInDoubt()).isFalse();
    }

    @Test
    void what_was_rolled_back_is_passed_over_as_soon_as_it_has_ended() {
        settled.atHead();
        log.insert("failing", 1);
        log.insert("quick", 2);
        log.commit("quick");
        assertThat(settled.next()).isEmpty();

        log.rollBack("failing");

        assertThat(settled.next()).extracting(Logged::position).containsExactly(2L);
    }

    @Test
    void who_began_to_write_later_is_not_waited_for() {
        settled.atHead();
        log.insert("failing", 1);
        log.insert("quick", 2);
        log.commit("quick");
        assertThat(settled.next()).isEmpty();
        log.insert("later", 3);

        log.rollBack("failing");

        assertThat(settled.next()).extracting(Logged::position).containsExactly(2L);
    }

    @Test
    void a_transaction_that_never_ends_is_not_waited_for_for_ever() {
        settled.atHead();
        log.insert("forgotten", 1);
        log.insert("quick", 2);
        log.commit("quick");
        assertThat(settled.next()).isEmpty();

        nanos = Duration.ofSeconds(60).toNanos();

        assertThat(settled.next()).extracting(Logged::position).containsExactly(2L);
    }

    @Test
    void the_end_of_the_log_is_known_once_those_who_were_writing_have_ended() {
        log.insert("slow", 1);
        log.insert("quick", 2);
        log.commit("quick");

        assertThat(settled.atHead()).isFalse();
        log.insert("later", 3);
        log.commit("slow");
        assertThat(settled.atHead()).isTrue();
        assertThat(settled.position()).isEqualTo(2);
        log.commit("later");
        assertThat(settled.next()).extracting(Logged::position).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void however_transactions_end_every_event_comes_once_and_in_order(long seed) {
        var random = new Random(seed);
        settled.atHead();
        var read = new ArrayList<Long>();
        var open = new ArrayList<String>();
        var position = 0L;
        while (position < 600 || !open.isEmpty()) {
            if (position < 600 && open.size() < 8 && random.nextInt(3) > 0) {
                open.add("t" + position);
                for (var i = random.nextInt(3); i >= 0; i--) {
                    log.insert(open.getLast(), ++position);
                }
            } else if (!open.isEmpty()) {
                var ending = open.remove(random.nextInt(open.size()));
                if (random.nextInt(4) == 0) {
                    log.rollBack(ending);
                } else {
                    log.commit(ending);
                }
            }
            if (random.nextInt(3) == 0) {
                settled.next().forEach(event -> read.add(event.position()));
            }
        }
        for (var i = 0; i < 600; i++) {
            settled.next().forEach(event -> read.add(event.position()));
        }
        assertThat(read).isSortedAccordingTo(Comparator.naturalOrder()).containsExactlyElementsOf(log.visible.keySet());
    }

    private static final class FakeLog implements SettledLog.Source {

        private final TreeMap<Long, Logged> visible = new TreeMap<>();
        private final Map<String, List<Long>> open = new HashMap<>();

        void insert(String transaction, long position) {
            open.computeIfAbsent(transaction, _ -> new ArrayList<>()).add(position);
        }

        void commit(String transaction) {
            for (var position : Objects.requireNonNull(open.remove(transaction))) {
                visible.put(
                        position,
                        new Logged(position, new IncidentId(new UUID(0, 1)), position, new UUID(0, position), false));
            }
        }

        void rollBack(String transaction) {
            open.remove(transaction);
        }

        @Override
        public List<Logged> after(long position, int limit) {
            return visible.tailMap(position, false).values().stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public long head() {
            return visible.isEmpty() ? 0 : visible.lastKey();
        }

        @Override
        public Set<String> writers() {
            return new HashSet<>(open.keySet());
        }
    }
}
