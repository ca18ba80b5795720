package io.decklog.query.rebuild;

import io.decklog.query.projection.RecordedEvent;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole incidents on their way from who reads the log to who takes them in, who may be some thousand events behind. */
final class Lots implements AutoCloseable {

    private static final int AHEAD = 8;
    private static final long PATIENCE_MILLIS = 100;

    private final BlockingQueue<Lot> lots = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean isClosed;

    /**
     * @param incidents each with all its events; null if there are no more
     * @param failure why there are no more, if it is not the end of the log
     */
    private record Lot(
            @Nullable List<List<RecordedEvent>> incidents,
            @Nullable RuntimeException failure) {}

    /**
     * Waits until there is room. Does nothing if nobody takes in any more.
     *
     * @throws CancellationException if it is interrupted
     */
    void add(List<List<RecordedEvent>> incidents) {
        hand(new Lot(incidents, null));
    }

    /** @param failure why it comes before the end of the log; null if it does not */
    void end(@Nullable RuntimeException failure) {
        hand(new Lot(null, failure));
    }

    private void hand(Lot lot) {
        try {
            var isTaken = isClosed;
            while (!isTaken) {
                isTaken = lots.offer(lot, PATIENCE_MILLIS, TimeUnit.MILLISECONDS) || isClosed;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the process ends");
        }
    }

    /** Hands out incidents, some at a time, until there are no more. */
    void forEach(Consumer<List<List<RecordedEvent>>> taker) throws InterruptedException {
        var lot = lots.take();
        while (lot.incidents() != null) {
            taker.accept(lot.incidents());
            lot = lots.take();
        }
        if (lot.failure() != null) {
            throw lot.failure();
        }
    }

    /** Whether nobody takes in any more. */
    boolean isClosed() {
        return isClosed;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
