package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the log on a thread and a connection of its own, some thousand events ahead of who takes them in. */
final class ReadAhead implements AutoCloseable {

    /** Events that are handed over together, at least, unless they are the last. */
    private static final int EVENTS = 1_000;

    private static final int LOTS_AHEAD = 8;

    private final BlockingQueue<Lot> lots = new ArrayBlockingQueue<>(LOTS_AHEAD);
    private final Thread thread;
    private List<List<RecordedEvent>> incidents = new ArrayList<>();
    private int events;

    /**
     * @param isLast whether nothing comes behind it
     * @param failure why it ended before its time
     */
    private record Lot(
            List<List<RecordedEvent>> incidents,
            boolean isLast,
            @Nullable RuntimeException failure) {}

    private ReadAhead(DataSource dataSource, LogScan scan, Progress reached) {
        // Not a virtual thread: parsing would keep those that answer requests from theirs.
        this.thread =
                Thread.ofPlatform().name("rebuild-reader").daemon().unstarted(() -> read(dataSource, scan, reached));
    }

    static ReadAhead of(DataSource dataSource, LogScan scan, Progress reached) {
        var reading = new ReadAhead(dataSource, scan, reached);
        reading.thread.start();
        return reading;
    }

    private void read(DataSource dataSource, LogScan scan, Progress reached) {
        try {
            try (var connection = OwnConnection.open(dataSource)) {
                scan.incidents(connection.jdbc(), reached, this::add);
            }
            hand(new Lot(incidents, true, null));
        } catch (CancellationException nobodyWaits) {
            // ends as well
        } catch (RuntimeException failure) {
            hand(new Lot(List.of(), true, failure));
        }
    }

    private void add(List<RecordedEvent> incident) {
        incidents.add(incident);
        events += incident.size();
        if (events >= EVENTS) {
            hand(new Lot(incidents, false, null));
            incidents = new ArrayList<>();
            events = 0;
        }
    }

    private void hand(Lot lot) {
        try {
            lots.put(lot);
        } catch (InterruptedException stopped) {
            throw new CancellationException("nobody takes in any more");
        }
    }

    /** Hands out whole incidents, some at a time, until there are no more. */
    void forEach(Consumer<List<List<RecordedEvent>>> taker) throws InterruptedException {
        for (var isLast = false; !isLast; ) {
            var lot = lots.take();
            if (lot.failure() != null) {
                throw lot.failure();
            }
            taker.accept(lot.incidents());
            isLast = lot.isLast();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
