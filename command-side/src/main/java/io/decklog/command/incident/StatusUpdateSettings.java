package io.decklog.command.incident;

import io.decklog.api.incident.Severity;
import io.decklog.wiring.UnusableSetting;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code decklog.status-updates.*}
 *
 * @param cadence how long, at each severity, everybody may go without a status update: a minute to a week, or 0 for as
 *     long as it takes; what is not set is 30 minutes for SEV1, 60 minutes for SEV2 and 0 for the others
 */
@ConfigurationProperties("decklog.status-updates")
record StatusUpdateSettings(@Nullable Map<Severity, Duration> cadence) {

    private static final Map<Severity, Duration> USUAL =
            Map.of(Severity.SEV1, Duration.ofMinutes(30), Severity.SEV2, Duration.ofMinutes(60));

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** @throws UnusableSetting if a cadence is out of its range */
    StatusUpdateSettings {
        var effective = new EnumMap<Severity, Duration>(USUAL);
        if (cadence != null) {
            cadence.forEach(StatusUpdateSettings::requireInRange);
            effective.putAll(cadence);
        }
        cadence = effective;
    }

    private static void requireInRange(Severity severity, Duration cadence) {
        UnusableSetting.unless(
                cadence.isZero() || (cadence.compareTo(SHORTEST) >= 0 && cadence.compareTo(LONGEST) <= 0),
                "decklog.status-updates.cadence." + severity,
                cadence,
                "between 1m and 7d, 30m for example, or to 0 to ask for no updates at that severity");
    }

    /** Empty if no updates are due at this severity. */
    Optional<Duration> cadenceAt(Severity severity) {
        return Optional.ofNullable(cadence).map(all -> all.get(severity)).filter(every -> !every.isZero());
    }
}
