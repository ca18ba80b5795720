package io.decklog.query.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows in some format.
 *
 * @param <T> what a row tells of
 */
@FunctionalInterface
public interface RowWriter<T> {

    /**
     * Writes some rows, in their order, and leaves the stream open.
     *
     * @param first whether nothing was written before; a heading goes here. Called with no rows at all if there are none
     * @throws IOException if the client is gone
     */
    void write(List<T> rows, boolean first, OutputStream out) throws IOException;

    /** Writes what belongs behind the last row, if anything does. Not called if there was a failure. */
    default void end(OutputStream out) throws IOException {}
}
