package io.decklog.standalone;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Closes a server on Ctrl-C and SIGTERM, and ends the process with status 0 if that was all that ended it. */
final class OrderlyEnd {
    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock starting = new ReentrantLock();
    private @Nullable DecklogServer server;

    private OrderlyEnd() {}

    /** Starts a server that a signal closes. A server its owner closes first is left alone, and so is the exit status. */
    static DecklogServer of(Supplier<DecklogServer> start) {
        OrderlyEnd end = new OrderlyEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end::close, "orderly-end"));
        return end.started(start);
    }

    private DecklogServer started(Supplier<DecklogServer> start) {
        starting.lock();
        try {
            DecklogServer started = start.get();
            server = started;
            return started;
        } finally {
            starting.unlock();
        }
    }

    /** A signal during the start waits for its end: cut short, it could leave the database running. */
    private void close() {
        try {
            if (starting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS) && server != null && !server.isClosed()) {
                server.close();
                // A clean stop is a success. Left to itself the virtual machine ends with 128 and the number of the
                // signal.
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
