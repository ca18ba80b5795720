package io.decklog.wiring.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What several gauges read: looked at once for all of them, and not more often than every five seconds. As long as the
 * database is away their values are unknown, and only one of them waits for it.
 *
 * @param <T> what is looked at
 */
public final class Snapshot<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

    private final Supplier<T> source;
    private final LongSupplier nanoTime;
    private @Nullable T latest;
    private long takenAt;

    public Snapshot(Supplier<T> source) {
        this(source, System::nanoTime);
    }

    Snapshot(Supplier<T> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.takenAt = nanoTime.getAsLong() - KEPT_NANOS;
    }

    /** A value in it; not a number while there is none. */
    public double read(ToDoubleFunction<T> value) {
        var current = current();
        return current == null ? Double.NaN : value.applyAsDouble(current);
    }

    private synchronized @Nullable T current() {
        if (nanoTime.getAsLong() - takenAt >= KEPT_NANOS) {
            latest = look();
            takenAt = nanoTime.getAsLong();
        }
        return latest;
    }

    private @Nullable T look() {
        try {
            return source.get();
        } catch (DataAccessException away) {
            LOG.debug("Nothing can be measured in the database", away);
            return null;
        }
    }
}
