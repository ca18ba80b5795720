package io.decklog.wiring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SnapshotTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void it_is_looked_at_once_in_five_seconds() {
        var snapshot = new Snapshot<>(looks::incrementAndGet, now::get);

        assertThat(snapshot.read(Integer::doubleValue)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(snapshot.read(Integer::doubleValue)).isEqualTo(1);
        now.incrementAndGet();
        assertThat(snapshot.read(Integer::doubleValue)).isEqualTo(2);
    }

    @Test
    void what_cannot_be_looked_at_is_not_a_number_and_is_not_asked_for_again_at_once() {
        var snapshot = new Snapshot<Integer>(
                () -> {
                    looks.incrementAndGet();
                    throw new DataAccessResourceFailureException("away");
                },
                now::get);

        assertThat(snapshot.read(Integer::doubleValue)).isNaN();
        assertThat(snapshot.read(Integer::doubleValue)).isNaN();
        assertThat(looks).hasValue(1);
    }
}
