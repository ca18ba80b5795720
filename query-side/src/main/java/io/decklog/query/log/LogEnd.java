package io.decklog.query.log;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of the log, where transactions that are still writing may fill a place before others that are already there. */
@Component
public class LogEnd {

    private static final Duration PAUSE = Duration.ofMillis(2);

    /** Somebody holds a transaction open. The projections do not wait any longer either. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final JdbcClient jdbc;

    LogEnd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest position that can be seen; 0 in an empty log. */
    public long head() {
        return jdbc.sql("SELECT coalesce(max(global_index), 0) FROM domain_event_entry")
                .query(Long.class)
                .single();
    }

    /**
     * The names of the transactions that may have taken a position nobody can see yet. Every insert locks the table in this
     * mode before it takes its position, and until its transaction has ended.
     */
    public Set<String> writers() {
        return new HashSet<>(jdbc.sql("""
                SELECT virtualtransaction FROM pg_locks
                WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
                  AND relation = 'domain_event_entry'::regclass
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query(String.class).list());
    }

    /** A position up to which nothing will appear any more: waits for who was writing when it was the highest one. */
    public long settled() throws InterruptedException {
        var head = head();
        var since = System.nanoTime();
        for (var before = writers(); !before.isEmpty() && System.nanoTime() - since < PATIENCE_NANOS; ) {
            Thread.sleep(PAUSE);
            before.retainAll(writers());
        }
        return head;
    }
}
