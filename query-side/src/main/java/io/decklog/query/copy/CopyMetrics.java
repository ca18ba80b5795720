package io.decklog.query.copy;

import io.decklog.wiring.log.LogCopy;
import io.decklog.wiring.log.LogCopy.State;
import io.decklog.wiring.metrics.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far the copy is. Every process says the same of it, whoever copies. */
final class CopyMetrics implements MeterBinder {

    private final Snapshot<State> state;

    CopyMetrics(LogCopy copy) {
        this.state = new Snapshot<>(copy::state);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "lag.events", CopyReadiness::waiting, null, "Events of the log that have still to be copied");
        gauge(meters, "lag.time", copied -> seconds(CopyReadiness.lag(copied)), "seconds", "How long it is incomplete");
        gauge(meters, "log.unseen", CopyMetrics::unseen, "seconds", "How long ago Axon Server answered");
    }

    private void gauge(
            MeterRegistry meters,
            String name,
            ToDoubleFunction<State> value,
            @Nullable String unit,
            String description) {
        Gauge.builder("decklog.copy." + name, () -> state.read(value))
                .description(description)
                .baseUnit(unit)
                .register(meters);
    }

    private static double unseen(State state) {
        return state.seenAt() == null ? Double.NaN : seconds(Duration.between(state.seenAt(), state.now()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
