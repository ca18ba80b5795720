package io.decklog.query.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The log in strict order of its positions. Transactions take their positions when they insert and show them when they
 * commit, so a lower position can appear after a higher one, or never. A stream whose clients go on behind the last
 * position they saw must not pass over it. So where a position is missing this waits until every transaction that was
 * writing when it was missed has ended: what is not there then will never be.
 */
final class SettledLog {

    static final int BATCH = 100;

    /** Somebody holds a transaction open. The projections do not wait any longer either. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final Source source;
    private final LongSupplier nanoTime;
    private long position = -1;
    private @Nullable Doubt doubt;

    SettledLog(Source source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** What this needs to know of the log. */
    interface Source {

        /** The first events behind a position that can be seen, in the order of their positions. */
        List<Logged> after(long position, int limit);

        /** The highest position that can be seen; 0 in an empty log. */
        long head();

        /** The names of the transactions that may have taken a position nobody can see yet. */
        Set<String> writers();
    }

    /**
     * @param until the position up to which everything is settled once these have ended
     * @param writers that may still fill a gap before it
     */
    private record Doubt(long until, Set<String> writers, long since) {}

    /** Goes to the end of the log. Until it answers true, that has to be tried again. */
    boolean atHead() {
        if (doubt == null) {
            doubt = new Doubt(source.head(), source.writers(), nanoTime.getAsLong());
        }
        if (remains(doubt)) {
            return false;
        }
        position = doubt.until();
        doubt = null;
        return true;
    }

    /** Up to where everything has been read; -1 before the end was found. */
    long position() {
        return position;
    }

    /** Whether it has seen something that must wait for what is missing before it. */
    boolean isInDoubt() {
        return doubt != null;
    }

    /** The next events in their order, at most {@value #BATCH}; none if there are none, or if they must wait. */
    List<Logged> next() {
        var seen = source.after(position, BATCH);
        var settled = withoutGap(seen);
        if (seen.isEmpty() || !settled.isEmpty()) {
            return read(settled);
        }
        if (doubt == null) {
            doubt = new Doubt(seen.getLast().position(), source.writers(), nanoTime.getAsLong());
        }
        return remains(doubt) ? List.of() : passOver(doubt.until());
    }

    /** Whoever has ended since has either filled its gap by now or never will. */
    private List<Logged> passOver(long until) {
        var settled = source.after(position, BATCH).stream()
                .filter(event -> event.position() <= until)
                .toList();
        return read(settled);
    }

    private List<Logged> read(List<Logged> settled) {
        if (!settled.isEmpty()) {
            position = settled.getLast().position();
            doubt = doubt != null && doubt.until() > position ? doubt : null;
        }
        return settled;
    }

    private List<Logged> withoutGap(List<Logged> seen) {
        var settled = new ArrayList<Logged>();
        var expected = position + 1;
        for (var event : seen) {
            if (event.position() != expected++) {
                break;
            }
            settled.add(event);
        }
        return settled;
    }

    private boolean remains(Doubt about) {
        if (!about.writers().isEmpty()) {
            about.writers().retainAll(source.writers());
        }
        return !about.writers().isEmpty() && nanoTime.getAsLong() - about.since() < PATIENCE_NANOS;
    }
}
