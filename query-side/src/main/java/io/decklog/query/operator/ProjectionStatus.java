package io.decklog.query.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.query.rebuild.RebuildProgress;
import org.jspecify.annotations.Nullable;

/**
 * How a projection does.
 *
 * @param name of the projection
 * @param state what it is doing
 * @param position of the last event it took in; 0 as long as there is none
 * @param lag how many events of the log it has still to take in
 * @param deadLetters how many events wait in its dead letter queue
 * @param rebuild the last rebuild that was asked for; absent if none ever was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionStatus(
        String name,
        State state,
        long position,
        long lag,
        long deadLetters,
        @Nullable RebuildProgress rebuild) {

    /** What a projection is doing. */
    enum State {
        /** It takes in events as they come. */
        RUNNING,
        /** New tables are being built; the ones there are go on answering. */
        REBUILDING,
        /** It cannot go on at the moment, and tries again by itself. */
        FAILING,
        /** This process does not carry it on; another may. */
        STOPPED
    }
}
