package io.decklog.query.operator;

/**
 * How a projection does.
 *
 * @param name of the projection
 * @param state what it is doing
 * @param position of the last event it took in; 0 as long as there is none
 * @param lag how many events of the log it has still to take in
 * @param deadLetters how many events wait in its dead letter queue
 */
record ProjectionStatus(String name, State state, long position, long lag, long deadLetters) {

    /** What a projection is doing. */
    enum State {
        /** It takes in events as they come. */
        RUNNING,
        /** It goes through the log again. */
        REBUILDING,
        /** It cannot go on at the moment, and tries again by itself. */
        FAILING,
        /** This process does not carry it on; another may. */
        STOPPED
    }
}
