package io.decklog.wiring.health;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * A check that may take long, for probes that may not wait: it is made at most once a second, in the background and one at
 * a time, and whoever asks waits for it two seconds at most. A change is told in the log of the process.
 */
public final class PromptHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(PromptHealth.class);

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A check that has not come back after this long hangs on a connection that is dead. Another one is made. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<Health> check;
    private final LongSupplier nanoTime;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    private CompletableFuture<Health> latest =
            CompletableFuture.completedFuture(Health.unknown().build());
    private long begunAt;
    private Status told = Status.UNKNOWN;

    /**
     * @param name what can be done while it is up, as the log of the process tells it: {@code recording}
     * @param check may wait and may throw; a reason it gives is shown to whoever asks
     */
    public PromptHealth(String name, Supplier<Health> check) {
        this(name, check, System::nanoTime, PATIENCE);
    }

    PromptHealth(String name, Supplier<Health> check, LongSupplier nanoTime, Duration patience) {
        this.name = name;
        this.check = check;
        this.nanoTime = nanoTime;
        this.patience = patience;
        this.begunAt = nanoTime.getAsLong() - LOST.toNanos();
    }

    /** Down for a reason that says nothing an outsider must not know. */
    public static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }

    @Override
    public Health health() {
        try {
            return told(latest().get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            return told(down("no answer within " + patience.toMillis() + " ms"));
        } catch (ExecutionException failed) {
            LOG.debug("The check of {} failed", name, failed);
            return told(down("the database does not answer as it should"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return down("the check was interrupted");
        }
    }

    private CompletableFuture<Health> latest() {
        lock.lock();
        try {
            var age = nanoTime.getAsLong() - begunAt;
            if (age >= (latest.isDone() ? FRESH : LOST).toNanos()) {
                begin();
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        var begun = new CompletableFuture<Health>();
        latest = begun;
        begunAt = nanoTime.getAsLong();
        Thread.ofVirtual().name("health of " + name).start(() -> {
            try {
                begun.complete(check.get());
            } catch (RuntimeException failure) {
                begun.completeExceptionally(failure);
            }
        });
    }

    private Health told(Health health) {
        lock.lock();
        try {
            if (!health.getStatus().equals(told)) {
                told = health.getStatus();
                tell(health);
            }
        } finally {
            lock.unlock();
        }
        return health;
    }

    private void tell(Health health) {
        if (health.getStatus().equals(Status.UP)) {
            LOG.info("Ready for {}", name);
        } else {
            LOG.warn(
                    "Not ready for {}: {}",
                    name,
                    Objects.requireNonNullElse(health.getDetails().get("reason"), "?"));
        }
    }
}
