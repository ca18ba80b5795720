package io.decklog.wiring.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copy of a log that is kept elsewhere. One process at a time adds to it, in the order of the log and without gaps. */
public interface LogCopy {

    /** Claims the copy for a process, or renews its claim: for five seconds. Whether it has it now. */
    boolean claim(String owner);

    /** Lets any other process go on. */
    void release(String owner);

    /** The last event of the copy, as far as {@link CopiedEvent#isSameAs} asks. */
    Optional<CopiedEvent> last();

    /**
     * Adds the events that come next, all of them or none, and tells whoever waits for them.
     *
     * @return whether the copy was still claimed for that process; if not, nothing was added
     */
    boolean add(String owner, List<CopiedEvent> events);

    /** Notes how far the log goes. Whether the copy is still claimed for that process. */
    boolean saw(String owner, long end);

    /** Notes why the copy stands still. */
    void standsStill(String owner, String obstacle);

    State state();

    /**
     * How the copy stands to the log.
     *
     * @param position of the last event in the copy; 0 if it is empty
     * @param end of the log when it was last seen; null if it never was
     * @param caughtUpAt when the copy was last seen to be complete
     * @param now by the clock the others are told by
     * @param obstacle why it stands still
     */
    record State(
            long position,
            @Nullable Long end,
            @Nullable Instant seenAt,
            @Nullable Instant caughtUpAt,
            Instant now,
            @Nullable String obstacle) {}
}
