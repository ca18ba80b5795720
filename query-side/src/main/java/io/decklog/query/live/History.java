package io.decklog.query.live;

import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.ProjectionNames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** What was told before, read from the log again, for those who come back or come late. */
@Component
class History {

    private static final int PAGE = 200;

    /** Many may come back at once, after a restart; they must not take all connections to the database. */
    private static final int READERS = 4;

    private final LogReader log;
    private final ChangedEntries entries;
    private final ProjectionPositions positions;
    private final Semaphore readers = new Semaphore(READERS);

    History(LogReader log, ChangedEntries entries, ProjectionPositions positions) {
        this.log = log;
        this.entries = entries;
        this.positions = positions;
    }

    /** @param end the place the reader has come to with these changes */
    record Page(List<Change> changes, Place end) {}

    /**
     * What a follower has not seen yet.
     *
     * @param told up to which position to read
     * @return empty while the projection is being rebuilt: its entries are not all there
     */
    Optional<Page> next(Follower follower, long told) {
        readers.acquireUninterruptibly();
        try {
            return isProjected(told)
                    ? Optional.of(page(follower, told)).filter(_ -> isProjected(told))
                    : Optional.empty();
        } finally {
            readers.release();
        }
    }

    private Page page(Follower follower, long told) {
        var from = follower.seen().position();
        var events = log.between(follower.incident(), from, told, PAGE);
        var changes = entries.of(events).stream().filter(follower::concerns).toList();
        var end = events.size() < PAGE ? told : events.getLast().position();
        return new Page(changes, Place.behind(Math.max(end, from)));
    }

    private boolean isProjected(long position) {
        return position <= positions.progress(ProjectionNames.TIMELINE).index();
    }
}
