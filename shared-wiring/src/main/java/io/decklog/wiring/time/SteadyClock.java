package io.decklog.wiring.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that nobody can set: it starts at the time of day and goes on by the time that passes. For who asks a clock how
 * long something has lasted; it is none to tell the time by, and its moments mean nothing to another process.
 */
public final class SteadyClock extends Clock {

    private final Instant start;
    private final LongSupplier nanoTime;
    private final long startedAt;

    public SteadyClock() {
        this(Instant.now(), System::nanoTime);
    }

    SteadyClock(Instant start, LongSupplier nanoTime) {
        this.start = start;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - startedAt);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Its moments are the same everywhere. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
