package io.decklog.query.position;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection has come in the log.
 *
 * @param index the position of the last event it took in; 0 as long as there is none
 * @param gaps positions before it whose events, if there are any, are still to come
 */
public record Progress(long index, SortedSet<Long> gaps) {

    static final Progress NONE = new Progress(0, new TreeSet<>());

    static Progress of(@Nullable TrackingToken token) {
        return Optional.ofNullable(token)
                .map(WrappedToken::unwrapLowerBound)
                .filter(GapAwareTrackingToken.class::isInstance)
                .map(GapAwareTrackingToken.class::cast)
                .map(reached -> new Progress(Math.max(0, reached.getIndex()), reached.getGaps()))
                .orElse(NONE);
    }

    /** Whether it has seen everything up to and including a position, as far as that position itself goes. */
    public boolean covers(long position) {
        return position <= index && !gaps.contains(position);
    }
}
