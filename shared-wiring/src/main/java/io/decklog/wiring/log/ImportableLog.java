package io.decklog.wiring.log;

import io.decklog.wiring.log.file.LoggedEvent;
import java.util.List;

/** A log that the events of another one can be put into, as they stand. */
public interface ImportableLog {

    /**
     * The first events behind a position, in the order of the log.
     *
     * @param position 0 for the beginning
     * @param limit how many at most
     */
    Stretch after(long position, int limit);

    /**
     * Appends events as they are. Takes part in the transaction of the caller if this log can.
     *
     * @param end the position of the last event there is, 0 if there is none
     * @return the position of the last event there is now
     * @throws LogHasGrown if the log does not end there any more
     */
    long append(long end, List<LoggedEvent> events);

    /** @param end the position of the last of them; that from which they were asked for if there are none */
    record Stretch(List<LoggedEvent> events, long end) {}
}
