package io.decklog.query.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows a fold makes of some events, held in memory.
 *
 * @param <R> the rows
 */
public final class Replay<R extends Row> implements Rows<R> {

    private final Map<RowKey, R> rows = new LinkedHashMap<>();

    private Replay() {}

    /** Folds the events in the order they come. */
    public static <R extends Row> Replay<R> of(Fold<R> fold, Collection<RecordedEvent> events) {
        var replay = new Replay<R>();
        events.forEach(event -> fold.on(event, replay).forEach(row -> replay.rows.put(row.key(), row)));
        return replay;
    }

    @Override
    public Optional<R> find(RowKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** The rows of one type, in the order in which they first came to be. */
    public <T extends R> Stream<T> all(Class<T> type) {
        return rows.values().stream().filter(type::isInstance).map(type::cast);
    }
}
