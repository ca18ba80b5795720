package io.decklog.query.health;

import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.metrics.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How far each projection is. Every process says the same of all of them, whoever carries them on. */
@Component
class ProjectionMetrics implements MeterBinder {

    private final Snapshot<List<ProjectionLag>> lags;

    ProjectionMetrics(ProjectionLags lags) {
        this.lags = new Snapshot<>(lags::all);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauges(meters, "lag.events", ProjectionLag::positions, "Events of the log it has still to take in, at most");
        gauges(meters, "lag.time", lag -> seconds(lag.time()), "How long the first of them has waited");
        gauges(meters, "dead.letters", ProjectionLag::deadLetters, "Events in its dead letter queue");
        gauges(
                meters,
                "built",
                lag -> lag.built() ? 1 : 0,
                "1 if its tables can be read, 0 while they are first built");
        gauges(meters, "rebuild.progress", ProjectionMetrics::rebuilt, "Of the rebuild under way, from 0 to 1");
    }

    private void gauges(MeterRegistry meters, String name, ToDoubleFunction<ProjectionLag> value, String description) {
        ProjectionNames.ALL.forEach(projection -> Gauge.builder(
                        "decklog.projection." + name, () -> lags.read(all -> of(projection, value, all)))
                .tag("projection", projection)
                .description(description)
                .baseUnit(name.endsWith(".time") ? "seconds" : null)
                .register(meters));
    }

    private static double of(String projection, ToDoubleFunction<ProjectionLag> value, List<ProjectionLag> all) {
        return all.stream()
                .filter(lag -> lag.projection().equals(projection))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double rebuilt(ProjectionLag lag) {
        return lag.rebuilt() == null ? Double.NaN : lag.rebuilt();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
