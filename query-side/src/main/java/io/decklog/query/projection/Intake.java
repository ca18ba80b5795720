package io.decklog.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes the log into tables that begin empty: first incident by incident, which reads nothing back and writes each row
 * once, as it came out; then whatever was recorded meanwhile.
 *
 * @param <R> the rows
 */
public final class Intake<R extends Row> {

    /** Rows that are written together. */
    private static final int ROWS = 2_000;

    private final Fold<R> fold;
    private final RowStore<R> store;
    private final List<R> waiting = new ArrayList<>();

    Intake(Fold<R> fold, RowStore<R> store) {
        this.fold = fold;
        this.store = store;
    }

    /**
     * Takes in an incident from its declaration on.
     *
     * @param events in their order; the tables hold nothing of that incident
     * @throws IntakeFailed if the fold cannot take in one of them
     */
    public void whole(Collection<RecordedEvent> events) {
        take(events, new NothingYet());
        if (waiting.size() >= ROWS) {
            flush();
        }
    }

    /**
     * Takes in events of any incidents, in the order of the log, each directly behind what the tables hold of its incident.
     *
     * @throws IntakeFailed if the fold cannot take in one of them
     */
    public void more(Collection<RecordedEvent> events) {
        flush();
        take(events, store);
    }

    /** Writes what is still to be written. */
    public void flush() {
        if (!waiting.isEmpty()) {
            store.insert(waiting);
            waiting.clear();
        }
    }

    private void take(Collection<RecordedEvent> events, RowStore<R> target) {
        var batch = new Batch<>(fold, target);
        for (var event : events) {
            try {
                batch.take(event);
            } catch (RuntimeException failure) {
                throw new IntakeFailed(event, failure);
            }
        }
        batch.flush();
    }

    /** Where there is nothing to be found of an incident, nobody needs to look. */
    private final class NothingYet implements RowStore<R> {

        @Override
        public Optional<R> find(RowKey key) {
            return Optional.empty();
        }

        @Override
        public void upsert(Collection<R> rows) {
            waiting.addAll(rows);
        }
    }
}
