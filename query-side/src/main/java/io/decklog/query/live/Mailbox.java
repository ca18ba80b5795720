package io.decklog.query.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Changes on their way to one client. Who puts them in never waits: a mailbox that is full is closed for good. */
final class Mailbox {

    /** Taken out at a time, in bytes or one more, so that a client that is cut off does not hold on to much. */
    private static final int BATCH_BYTES = 64 * 1024;

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Change> changes = new ArrayDeque<>();
    private boolean closed;

    Mailbox(int capacity) {
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    /** Whether it is still open. */
    boolean offer(Change change) {
        lock.lock();
        try {
            if (!closed && changes.size() >= capacity) {
                closeNow();
            }
            if (!closed) {
                changes.add(change);
                changed.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for changes; none if the time has passed or the mailbox is closed. */
    List<Change> take(Duration patience) {
        lock.lock();
        try {
            var nanos = patience.toNanos();
            while (changes.isEmpty() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return some();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closeNow();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Change> some() {
        var taken = new ArrayList<Change>();
        var bytes = 0;
        while (bytes < BATCH_BYTES && !changes.isEmpty()) {
            var next = changes.remove();
            taken.add(next);
            bytes += next.size();
        }
        return taken;
    }

    /** What is still in it is thrown away. */
    void close() {
        lock.lock();
        try {
            closeNow();
        } finally {
            lock.unlock();
        }
    }

    private void closeNow() {
        closed = true;
        changes.clear();
        changed.signalAll();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
