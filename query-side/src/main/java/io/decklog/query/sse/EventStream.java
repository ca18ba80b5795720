package io.decklog.query.sse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one client. Only the thread that serves it writes; anybody may close it, and the writer then ends at its
 * next step. It is never interrupted, because that would break the connection instead of ending it.
 */
public final class EventStream {

    private static final String HEARTBEAT = ":\n\n";

    private final OutputStream out;
    private final Duration heartbeat;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;
    private @Nullable Runnable onClose;

    EventStream(OutputStream out, Duration heartbeat) {
        this.out = out;
        this.heartbeat = heartbeat;
    }

    /**
     * Sends events, as they are written on the wire, at once.
     *
     * @throws IOException if the client is gone
     */
    public void send(String events) throws IOException {
        out.write(events.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** How long it may be silent. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** A comment, so that nothing on the way takes the connection for dead. */
    public void beat() throws IOException {
        send(HEARTBEAT);
    }

    public boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, with heartbeats, until the time has passed or the stream is closed.
     *
     * @throws IOException if the client is gone
     */
    public void pause(Duration time) throws IOException {
        var end = System.nanoTime() + time.toNanos();
        var nanos = time.toNanos();
        while (nanos > 0 && !awaitClosing(Math.min(nanos, heartbeat.toNanos()))) {
            nanos = end - System.nanoTime();
            if (nanos > 0) {
                beat();
            }
        }
    }

    private boolean awaitClosing(long patience) {
        lock.lock();
        try {
            var nanos = patience;
            while (!closed && nanos > 0) {
                nanos = closing.awaitNanos(nanos);
            }
            return closed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Runs once, when the stream is closed; at once if it is closed already. */
    public void onClose(Runnable action) {
        lock.lock();
        try {
            onClose = action;
            if (!closed) {
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    void close() {
        @Nullable Runnable action;
        lock.lock();
        try {
            closed = true;
            action = onClose;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        if (action != null) {
            action.run();
        }
    }
}
