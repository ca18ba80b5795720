package io.decklog.query.projection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows one batch of events touches: each is read from the store once and written once, however many events of the
 * batch change it. An event that fails leaves no trace here.
 *
 * @param <R> the rows
 */
final class Batch<R extends Row> implements Rows<R> {

    private final Fold<R> fold;
    private final RowStore<R> store;
    private final Map<RowKey, Optional<R>> known = new HashMap<>();
    private final Map<RowKey, R> changed = new LinkedHashMap<>();

    Batch(Fold<R> fold, RowStore<R> store) {
        this.fold = fold;
        this.store = store;
    }

    void take(RecordedEvent event) {
        fold.on(event, this).forEach(this::keep);
    }

    /**
     * An event that comes a second time finds its rows beyond it and changes nothing. Where the fold did not look, the
     * store compares, so that a new row costs no query.
     */
    private void keep(R row) {
        var before = known.get(row.key());
        if (before == null || before.isEmpty() || before.get().sequence() < row.sequence()) {
            known.put(row.key(), Optional.of(row));
            changed.put(row.key(), row);
        }
    }

    @Override
    public Optional<R> find(RowKey key) {
        return known.computeIfAbsent(key, store::find);
    }

    void flush() {
        if (!changed.isEmpty()) {
            store.upsert(changed.values());
            changed.clear();
        }
    }
}
