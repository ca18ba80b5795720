package io.decklog.query.rebuild;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works on the rebuilds that are asked for, here or at another process, in the background and one pass at a time. */
@Component
public class Rebuilder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);

    /** How often to look for what was asked for elsewhere, or left behind by a process that died. */
    private static final long POLL_MILLIS = 1_000;

    private static final long END_MILLIS = 5_000;

    private final Rebuilds rebuilds;
    private final RebuildPass pass;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Rebuilder(Rebuilds rebuilds, RebuildPass pass) {
        this.rebuilds = rebuilds;
        this.pass = pass;
    }

    /** Looks at once. */
    public void wake() {
        wake.release();
    }

    @Override
    public void start() {
        var working = Thread.ofPlatform().name("rebuilder").daemon().unstarted(this::work);
        thread = working;
        working.start();
    }

    private void work() {
        try {
            while (isRunning()) {
                workOnce();
                if (wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce() throws InterruptedException {
        try {
            if (rebuilds.anyOpen()) {
                pass.run(() -> !isRunning());
            }
        } catch (RuntimeException failure) {
            if (isRunning()) {
                LOG.warn("A rebuild did not come to its end and is tried again", failure);
            }
        }
    }

    /** A rebuild that is under way is begun again by whoever sees it next. */
    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            try {
                working.join(END_MILLIS);
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
