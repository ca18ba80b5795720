package io.decklog.wiring.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    @Test
    void it_goes_on_by_the_time_that_passes() {
        var nanos = new AtomicLong(5);
        var clock = new SteadyClock(Instant.parse("2026-03-30T12:00:00Z"), nanos::get);

        nanos.addAndGet(1_500_000_000L);

        assertThat(clock.instant()).isEqualTo("2026-03-30T12:00:01.500Z");
    }
}
