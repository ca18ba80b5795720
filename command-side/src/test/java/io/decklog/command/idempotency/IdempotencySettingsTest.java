package io.decklog.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdempotencySettingsTest {

    @Test
    void seven_days_are_enough() {
        assertThat(new IdempotencySettings(Duration.ofDays(7)).kept()).hasDays(7);
    }

    @Test
    void less_is_refused_with_what_to_set_instead() {
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> new IdempotencySettings(Duration.ofDays(7).minusSeconds(1)))
                .withMessage("decklog.idempotency.kept is PT167H59M59S.");
    }
}
