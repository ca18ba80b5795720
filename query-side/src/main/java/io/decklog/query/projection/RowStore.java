package io.decklog.query.projection;

import java.util.Collection;

/**
 * Where a projection keeps its rows.
 *
 * @param <R> the rows
 */
public interface RowStore<R extends Row> extends Rows<R> {

    /** Keeps each row, unless the store already holds that row with the same or a higher sequence. */
    void upsert(Collection<R> rows);

    /** Adds rows the store does not hold; there may be a quicker way to do so. */
    default void insert(Collection<R> rows) {
        upsert(rows);
    }
}
