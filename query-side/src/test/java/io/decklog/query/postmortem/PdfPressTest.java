package io.decklog.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.wiring.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PdfPressTest {

    private static final byte[] PAGE = {1};

    @Test
    void one_is_printed_at_a_time_and_each_gets_its_turn() throws Exception {
        var press = new PdfPress(Duration.ofSeconds(30));
        var printing = new AtomicInteger();
        var most = new AtomicInteger();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var printed = IntStream.range(0, 20)
                    .mapToObj(one -> clients.submit(() -> press.inTurn(() -> {
                        most.accumulateAndGet(printing.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        printing.decrementAndGet();
                        return PAGE;
                    })))
                    .toList();
            for (var page : printed) {
                assertThat(page.get()).isEqualTo(PAGE);
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void who_waits_too_long_is_told_and_a_failure_does_not_stop_the_press() throws Exception {
        var press = new PdfPress(Duration.ofMillis(20));
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = clients.submit(() -> press.inTurn(() -> {
                begun.countDown();
                return await(done);
            }));
            begun.await();
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> press.inTurn(() -> PAGE));
            done.countDown();
            assertThat(first.get()).isEqualTo(PAGE);
        }
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> press.inTurn(() -> {
                    throw new IllegalStateException("no paper");
                }));
        assertThat(press.inTurn(() -> PAGE)).isEqualTo(PAGE);
    }

    private static byte[] await(CountDownLatch done) {
        try {
            done.await();
            return PAGE;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
