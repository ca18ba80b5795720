package io.decklog.query.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.log.LogCopy.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class CopyReadinessTest {

    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_complete_copy_is_ready() {
        assertThat(readiness(7, 7L, NOON, NOON, NOON.plusSeconds(1), null))
                .isEqualTo(Health.up().build());
    }

    @Test
    void a_log_that_was_never_seen_may_hold_anything() {
        assertThat(readiness(0, null, null, null, NOON, null).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void events_may_wait_for_a_while_and_not_longer() {
        var begun = NOON.minus(MINUTE);

        assertThat(readiness(5, 7L, NOON, begun, NOON, null).getStatus()).isEqualTo(Status.UP);
        assertThat(readiness(5, 7L, NOON, begun.minusMillis(1), NOON, null).getDetails())
                .containsEntry("reason", "behind the log in Axon Server by more than 60 s");
    }

    @Test
    void while_the_log_is_away_the_copy_is_as_good_as_it_was_and_says_for_how_long() {
        var health = readiness(7, 7L, NOON, NOON, NOON.plus(MINUTE).plus(MINUTE), null);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("note", "Axon Server was last seen 120 s ago");
    }

    @Test
    void a_copy_that_stands_still_says_why() {
        assertThat(readiness(7, 7L, NOON, NOON, NOON, "another log").getDetails())
                .containsEntry("reason", "another log");
    }

    @Test
    void what_waits_is_counted_as_far_as_it_was_seen() {
        assertThat(CopyReadiness.waiting(new State(5, 7L, NOON, NOON, NOON, null)))
                .isEqualTo(2);
        assertThat(CopyReadiness.waiting(new State(9, 7L, NOON, NOON, NOON, null)))
                .isZero();
        assertThat(CopyReadiness.waiting(new State(9, null, null, null, NOON, null)))
                .isZero();
    }

    private static Health readiness(
            long position,
            @Nullable Long end,
            @Nullable Instant seenAt,
            @Nullable Instant caughtUpAt,
            Instant now,
            @Nullable String obstacle) {
        return CopyReadiness.of(new State(position, end, seenAt, caughtUpAt, now, obstacle), MINUTE);
    }
}
