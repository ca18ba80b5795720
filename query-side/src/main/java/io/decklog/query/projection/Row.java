package io.decklog.query.projection;

/** What a projection keeps about one thing. Rows are values: a fold answers with new ones. */
public interface Row {

    RowKey key();

    /** The sequence of the last event that touched this row. A row only ever gives way to one with a higher sequence. */
    long sequence();
}
