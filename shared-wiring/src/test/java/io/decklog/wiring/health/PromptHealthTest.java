package io.decklog.wiring.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class PromptHealthTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void it_is_checked_once_a_second_however_often_it_is_asked_for() {
        var health = health(() -> Health.up().build(), Duration.ofMinutes(1));

        health.health();
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(checks).hasValue(1);

        now.addAndGet(Duration.ofMillis(1).toNanos());
        health.health();
        assertThat(checks).hasValue(2);
    }

    @Test
    void a_check_that_fails_is_down_without_a_word_of_the_failure() {
        var health = health(
                () -> {
                    throw new IllegalStateException("password of postgres: hunter2");
                },
                Duration.ofMinutes(1));

        assertThat(health.health()).isEqualTo(PromptHealth.down("the database does not answer as it should"));
    }

    @Test
    @Timeout(60)
    void a_check_that_takes_too_long_is_down_and_not_made_again_until_it_is_given_up() {
        var answers = new CountDownLatch(1);
        var health = health(
                () -> {
                    await(answers);
                    return Health.up().build();
                },
                Duration.ofMillis(5));

        assertThat(health.health()).isEqualTo(PromptHealth.down("no answer within 5 ms"));
        now.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        health.health();
        answers.countDown();
        while (!health.health().getStatus().equals(Status.UP)) {
            Thread.onSpinWait();
        }
        assertThat(checks).hasValue(2);
    }

    private PromptHealth health(Supplier<Health> check, Duration patience) {
        return new PromptHealth(
                "testing",
                () -> {
                    checks.incrementAndGet();
                    return check.get();
                },
                now::get,
                patience);
    }

    private static void await(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
