package io.decklog.query.live;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** At most one tail at a time: it starts with the first listener and stops after the last. */
final class Tails {

    private final Function<Audience, LiveTail> newTail;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;
    private int listeners;

    Tails(Function<Audience, LiveTail> newTail) {
        this.newTail = newTail;
    }

    private record Running(Audience audience, LiveTail tail) {}

    /** Everybody who comes has to leave. */
    Audience come() {
        lock.lock();
        try {
            listeners++;
            if (running == null) {
                running = start();
            }
            return running.audience();
        } finally {
            lock.unlock();
        }
    }

    private Running start() {
        var audience = new Audience();
        var tail = newTail.apply(audience);
        Thread.ofVirtual().name("live-tail").start(tail);
        return new Running(audience, tail);
    }

    void leave() {
        lock.lock();
        try {
            if (--listeners == 0 && running != null) {
                running.tail().stop();
                running = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
