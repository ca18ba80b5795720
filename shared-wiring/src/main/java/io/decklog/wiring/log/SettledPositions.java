package io.decklog.wiring.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Up to which position nothing will appear in the log any more. A transaction takes its positions when it inserts and shows
 * them when it commits, which may be much later. Every insert locks the table before it takes its position, until its
 * transaction has ended: once all have ended that held such a lock when a position could be seen, whatever is missing before
 * it will never be there. No clock is asked.
 */
final class SettledPositions {

    private static final String LOOK = """
            SELECT coalesce(max(global_index), 0),
                   ARRAY(SELECT virtualtransaction FROM pg_locks
                         WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
                           AND relation = 'domain_event_entry'::regclass
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
            FROM domain_event_entry
            """;

    private long settled;
    private long next;
    private Set<String> writers = new HashSet<>();

    /** What was settled before this returns; what is read later shows all there ever will be up to there. */
    long settled(Connection connection) throws SQLException {
        try (var look = connection.prepareStatement(LOOK);
                var seen = look.executeQuery()) {
            seen.next();
            return settled(seen.getLong(1), Set.copyOf(Arrays.asList((String[])
                    seen.getArray(2).getArray())));
        }
    }

    /**
     * @param head the highest position that could be seen
     * @param writing who was writing then or later, and had not ended
     */
    synchronized long settled(long head, Set<String> writing) {
        writers.retainAll(writing);
        if (writers.isEmpty()) {
            settled = Math.max(settled, writing.isEmpty() ? head : next);
            next = head;
            writers = new HashSet<>(writing);
        }
        return settled;
    }
}
