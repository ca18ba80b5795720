package io.decklog.query.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.wiring.UnusableSetting;
import io.decklog.wiring.health.PromptHealth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class ReadinessTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void projections_that_are_behind_by_no_more_than_they_may_be_are_ready() {
        assertThat(Readiness.of(List.of(lag("timeline", MINUTE, true), lag("search", Duration.ZERO, true)), MINUTE))
                .isEqualTo(Health.up().build());
    }

    @Test
    void those_that_are_further_behind_are_named() {
        var late = MINUTE.plusMillis(1);

        assertThat(Readiness.of(
                        List.of(lag("timeline", late, true), lag("incidents", MINUTE, true), lag("search", late, true)),
                        MINUTE))
                .isEqualTo(PromptHealth.down("behind the log by more than 60 s: timeline, search"));
    }

    @Test
    void one_that_is_built_for_the_first_time_cannot_answer_however_little_there_is_to_be_taken_in() {
        assertThat(Readiness.of(
                        List.of(lag("timeline", MINUTE.multipliedBy(9), true), lag("search", Duration.ZERO, false)),
                        MINUTE))
                .isEqualTo(PromptHealth.down("being built for the first time: search"));
    }

    @Test
    void a_lag_that_every_projection_has_now_and_then_is_no_measure() {
        assertThat(new ReadinessSettings(Duration.ofSeconds(1)).lag()).hasSeconds(1);
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> new ReadinessSettings(Duration.ofMillis(999)))
                .withMessage("decklog.readiness.lag is PT0.999S.");
    }

    private static ProjectionLag lag(String projection, Duration time, boolean built) {
        return new ProjectionLag(projection, 1, time, built, 0, null);
    }
}
