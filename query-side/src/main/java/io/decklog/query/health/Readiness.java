package io.decklog.query.health;

import io.decklog.wiring.health.PromptHealth;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;

/** Whether answers from the projections are worth having. Pure. */
final class Readiness {

    private Readiness() {}

    /** @param longest for how long an event may wait */
    static Health of(List<ProjectionLag> lags, Duration longest) {
        var unbuilt = names(lags, lag -> !lag.built());
        if (!unbuilt.isEmpty()) {
            return PromptHealth.down("being built for the first time: " + unbuilt);
        }
        var behind = names(lags, lag -> lag.time().compareTo(longest) > 0);
        if (!behind.isEmpty()) {
            return PromptHealth.down("behind the log by more than %d s: %s".formatted(longest.toSeconds(), behind));
        }
        return Health.up().build();
    }

    private static String names(List<ProjectionLag> lags, Predicate<ProjectionLag> which) {
        return lags.stream().filter(which).map(ProjectionLag::projection).collect(Collectors.joining(", "));
    }
}
