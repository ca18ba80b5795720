package io.decklog.query.projection;

import java.util.Optional;

/**
 * The rows of a projection as they stand before an event.
 *
 * @param <R> the rows
 */
@FunctionalInterface
public interface Rows<R extends Row> {

    Optional<R> find(RowKey key);

    /** The row of that key, if it is of that type. */
    default <T extends R> Optional<T> find(RowKey key, Class<T> type) {
        return find(key).filter(type::isInstance).map(type::cast);
    }
}
