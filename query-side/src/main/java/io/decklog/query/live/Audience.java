package io.decklog.query.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who listens, and the last changes they were told. Who comes to where those begin hears the rest from here and
 * misses nothing; who is further behind has to read the log first.
 */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private static final Counter CUT_OFF = Counter.builder("decklog.streams.cut.off")
            .description("Clients of live streams that did not keep up")
            .register(Metrics.globalRegistry);

    private static final int MOST_RECENT = 1024;
    private static final int MOST_RECENT_BYTES = 4 * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Follower> followers = new HashSet<>();
    private final ArrayDeque<Change> recent = new ArrayDeque<>();
    private int recentBytes;
    private Place forgotten = Place.START;
    private long told = -1;

    /** Begins behind a position. */
    void begin(long position) {
        lock.lock();
        try {
            forgotten = Place.behind(position);
            told = position;
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which everything has been told; empty before the beginning. */
    OptionalLong told() {
        lock.lock();
        try {
            return told < 0 ? OptionalLong.empty() : OptionalLong.of(told);
        } finally {
            lock.unlock();
        }
    }

    /** @param position up to which these are all there is */
    void tell(List<Change> changes, long position) {
        lock.lock();
        try {
            changes.forEach(this::tell);
            told = position;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Change change) {
        recent.add(change);
        recentBytes += change.size();
        while (recent.size() > MOST_RECENT || recentBytes > MOST_RECENT_BYTES) {
            var oldest = recent.remove();
            recentBytes -= oldest.size();
            forgotten = oldest.place();
        }
        followers.removeIf(follower -> isCutOff(follower, change));
    }

    private static boolean isCutOff(Follower follower, Change change) {
        var cutOff = !follower.hear(change);
        if (cutOff) {
            CUT_OFF.increment();
            LOG.info("A client that does not keep up with its stream is cut off at {}", change.place());
        }
        return cutOff;
    }

    /**
     * Lets a follower hear everything behind the place it has come to; false if some of it is not known here any more, or
     * is too much at once. Who listens already goes on.
     */
    boolean join(Follower follower) {
        lock.lock();
        try {
            if (followers.contains(follower)) {
                return true;
            }
            var missed = recent.stream().filter(follower::concerns).toList();
            if (told < 0 || follower.seen().isBefore(forgotten) || !follower.hasRoomFor(missed.size())) {
                return false;
            }
            followers.add(follower);
            missed.forEach(follower::hear);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a follower hear everything that is told from now on; false before everything up to a position was told. */
    boolean joinNow(Follower follower, long atLeast) {
        lock.lock();
        try {
            var joins = told >= atLeast;
            if (joins) {
                follower.passOver(Place.behind(told));
                followers.add(follower);
            }
            return joins;
        } finally {
            lock.unlock();
        }
    }

    void leave(Follower follower) {
        lock.lock();
        try {
            followers.remove(follower);
        } finally {
            lock.unlock();
        }
    }
}
