package io.decklog.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Starts the server again whenever it has ended without being told to: it was killed, or it gave up because it could not
 * write to its disk. It is tried until it works, on the same port, because whoever is connected looks for it there.
 */
final class ServerWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Postmaster postmaster;
    private final int port;
    private final Consumer<String> notices;
    private final Thread thread =
            Thread.ofPlatform().name("database-watch").daemon().unstarted(this::watch);
    private volatile boolean closed;

    private ServerWatch(Postmaster postmaster, int port, Consumer<String> notices) {
        this.postmaster = postmaster;
        this.port = port;
        this.notices = notices;
    }

    /** @param notices hears of each end of the server, why it cannot be started again, and when it could */
    static ServerWatch over(Postmaster postmaster, int port, Consumer<String> notices) {
        ServerWatch watch = new ServerWatch(postmaster, port, notices);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(LOOK_EVERY);
                if (!isRunning() && !closed) {
                    notices.accept("The database has ended unexpectedly and is started again.");
                    startAgain();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where nobody can tell, a start would do harm. */
    private boolean isRunning() {
        try {
            return postmaster.isRunning();
        } catch (IOException | UncheckedIOException unknown) {
            return true;
        }
    }

    private void startAgain() throws InterruptedException {
        String told = "";
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                postmaster.startAgain(port);
                notices.accept("The database is back.");
                return;
            } catch (IOException | RuntimeException failure) {
                String reason = String.valueOf(failure.getMessage());
                if (!reason.equals(told) && !closed) {
                    notices.accept(reason + " It is tried again until it works.");
                    told = reason;
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Stops the server for good. A start that is under way is cut short, and its server stopped as well. */
    @Override
    public void close() {
        closed = true;
        postmaster.stop();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postmaster.stopIfRunning();
    }
}
