package io.decklog.wiring.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a failure says of the store: that it is away, ends, cannot write, or has no room. Axon and the scheduler wrap what
 * the driver says in exceptions of their own, so it is told by PostgreSQL's SQL state and not by a type.
 *
 * @param sentence for the caller; says nothing an outsider must not know
 */
record StoreFailure(String sentence) {

    static final String AWAY = "the log cannot be reached right now";

    private static final String DISK_FULL = "53100";

    /** What the pool says of a connection that it has closed has no state. */
    private static final String OF_POOL = "08003";

    /**
     * Classes of SQL states that are about the state of the store: connection, transaction (read-only), rollback, resources,
     * locks, operator, system, and what PostgreSQL calls internal, such as a page that cannot be read.
     */
    private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    /** Empty if it says something else. */
    static Optional<StoreFailure> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return of(said);
            }
        }
        return Optional.empty();
    }

    /** Goes through what stands below it, and behind it as in a batch. */
    private static Optional<StoreFailure> of(SQLException outermost) {
        var states = StreamSupport.stream(outermost.spliterator(), false)
                .filter(SQLException.class::isInstance)
                .map(each -> Objects.requireNonNullElse(((SQLException) each).getSQLState(), OF_POOL))
                .filter(state -> state.length() == 5 && CLASSES.contains(state.substring(0, 2)))
                .toList();
        return states.isEmpty() ? Optional.empty() : Optional.of(new StoreFailure(sentence(states)));
    }

    private static String sentence(List<String> states) {
        return states.contains(DISK_FULL) ? "the disk of the log is full" : AWAY;
    }
}
