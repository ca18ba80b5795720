package io.decklog.query.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param state where it stands; the last three are for good
 * @param step what it is at while it runs
 * @param done how many events the new tables hold
 * @param total how many there are to be taken in; what is recorded meanwhile is not counted
 * @param fraction of the events that is done, from 0 to 1
 * @param eventsPerSecond how fast events were read so far
 * @param secondsLeft until all events are read, if it goes on like that; the indexes come after that
 * @param position in the log: the new tables held everything up to it when they took the place of the old ones
 * @param reason why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildProgress(
        State state,
        @Nullable Step step,
        long done,
        long total,
        double fraction,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long position,
        @Nullable String reason) {

    /** Where a rebuild stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** What a rebuild is at. */
    public enum Step {
        /** It reads the log. */
        READING,
        /** It makes the indexes of the new tables. */
        INDEXING,
        /** It takes in what was recorded meanwhile, and waits for readers to let the new tables in. */
        SWITCHING
    }

    public boolean isOpen() {
        return state == State.QUEUED || state == State.RUNNING;
    }
}
