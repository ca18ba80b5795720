package io.decklog.query.projection;

import java.util.List;

/**
 * What a projection makes of an event: a pure function that knows no clock, no database and no framework. It touches a
 * few rows at most, however long the incident's history is.
 *
 * @param <R> the rows
 */
@FunctionalInterface
public interface Fold<R extends Row> {

    /**
     * The rows the event changes, each with the event's sequence.
     *
     * @param rows the rows of the same incident as the event before it left them
     */
    List<R> on(RecordedEvent recorded, Rows<R> rows);
}
