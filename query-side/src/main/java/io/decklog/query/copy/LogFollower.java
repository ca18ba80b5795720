package io.decklog.query.copy;

import io.decklog.wiring.log.CopiedEvent;
import io.decklog.wiring.log.LogCopy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Copies the log, if no other process does. Whenever it begins it looks whether the last event of the copy is where it was
 * in the log; a log that has lost it, or is another one, is not copied.
 */
final class LogFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    /** Events that share one transaction at most. */
    private static final int BATCH = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventSource log;
    private final LogCopy copy;
    private final String name;
    private final Duration breath;
    private volatile @Nullable Thread thread;
    private @Nullable String told;

    /**
     * @param name of this process among all that copy
     * @param breath how often the claim is renewed, the end of the log is asked for, and others are looked after
     */
    LogFollower(EventSource log, LogCopy copy, String name, Duration breath) {
        this.log = log;
        this.copy = copy;
        this.name = name;
        this.breath = breath;
    }

    @Override
    public void start() {
        var following = Thread.ofVirtual().name("log-follower").unstarted(this::work);
        thread = following;
        following.start();
    }

    private void work() {
        try {
            while (isRunning()) {
                attempt();
                Thread.sleep(isRunning() ? breath : Duration.ZERO);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            if (copy.claim(name)) {
                follow();
            }
        } catch (NotOurLog divergence) {
            tell(divergence.getMessage());
            copy.standsStill(name, String.valueOf(divergence.getMessage()));
        } catch (RuntimeException failure) {
            tell(failure.getMessage());
            giveUp();
        }
    }

    /** Another process may reach what this one cannot. */
    private void giveUp() {
        try {
            copy.release(name);
        } catch (RuntimeException away) {
            LOG.debug("The claim on the copy runs out by itself", away);
        }
    }

    private void follow() throws InterruptedException {
        var last = copy.last();
        var position = last.map(CopiedEvent::position).orElse(0L);
        demandOneLog(position, log.end());
        try (var events = log.behind(Math.max(0, position - 1))) {
            if (last.isPresent()) {
                demandSame(last.get(), events.next(1, PATIENCE));
            }
            tell(null);
            copy(events, position);
        }
    }

    private static void demandOneLog(long position, long end) {
        if (end < position) {
            throw new NotOurLog("the log in Axon Server ends at position %d, but its copy goes on to %d: %s"
                    .formatted(end, position, "see docs/operations.md"));
        }
    }

    private static void demandSame(CopiedEvent last, List<CopiedEvent> found) {
        if (found.isEmpty()) {
            throw new IllegalStateException("the log did not answer in time");
        }
        if (!found.getFirst().isSameAs(last)) {
            throw new NotOurLog("the event at position %d of the log in Axon Server is not that of its copy: %s"
                    .formatted(last.position(), "see docs/operations.md"));
        }
    }

    /** Until it is to stop, or another process copies. */
    private void copy(EventSource.Events events, long from) throws InterruptedException {
        var position = from;
        var lookedAt = System.nanoTime() - breath.toNanos();
        while (isRunning()) {
            if (System.nanoTime() - lookedAt >= breath.toNanos()) {
                lookedAt = System.nanoTime();
                if (!copy.saw(name, log.end())) {
                    return;
                }
            }
            var next = events.next(BATCH, breath);
            if (!next.isEmpty()) {
                demandNext(position, next);
                if (!copy.add(name, next)) {
                    return;
                }
                position = next.getLast().position();
            }
        }
    }

    private static void demandNext(long position, List<CopiedEvent> next) {
        if (next.getFirst().position() != position + 1) {
            throw new NotOurLog("behind position %d of the log in Axon Server comes %d"
                    .formatted(position, next.getFirst().position()));
        }
    }

    /** Once for each reason. */
    private void tell(@Nullable String reason) {
        var news = Optional.ofNullable(reason).filter(what -> !what.equals(told));
        told = reason;
        news.filter(_ -> isRunning()).ifPresent(what -> LOG.warn("The log is not copied at the moment: {}", what));
    }

    @Override
    public void stop() {
        var following = thread;
        thread = null;
        if (following != null) {
            try {
                following.join(PATIENCE);
                giveUp();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
