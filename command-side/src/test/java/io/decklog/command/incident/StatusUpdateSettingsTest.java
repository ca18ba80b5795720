package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.Severity;
import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusUpdateSettingsTest {

    @Test
    void what_is_not_set_is_as_usual() {
        var settings = settings(Severity.SEV3, Duration.ofHours(4));

        assertThat(settings.cadenceAt(Severity.SEV1)).contains(Duration.ofMinutes(30));
        assertThat(settings.cadenceAt(Severity.SEV2)).contains(Duration.ofMinutes(60));
        assertThat(settings.cadenceAt(Severity.SEV3)).contains(Duration.ofHours(4));
        assertThat(settings.cadenceAt(Severity.SEV4)).isEmpty();
    }

    @Test
    void zero_asks_for_none() {
        assertThat(settings(Severity.SEV1, Duration.ZERO).cadenceAt(Severity.SEV1))
                .isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_with_what_to_set_instead() {
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> settings(Severity.SEV1, Duration.ofSeconds(30)))
                .withMessage("decklog.status-updates.cadence.SEV1 is PT30S.");
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> settings(Severity.SEV2, Duration.ofMinutes(-5)));
        assertThatExceptionOfType(UnusableSetting.class).isThrownBy(() -> settings(Severity.SEV2, Duration.ofDays(8)));
    }

    private static StatusUpdateSettings settings(Severity severity, Duration cadence) {
        return new StatusUpdateSettings(Map.of(severity, cadence));
    }
}
