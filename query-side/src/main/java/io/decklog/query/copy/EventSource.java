package io.decklog.query.copy;

import io.decklog.wiring.log.CopiedEvent;
import java.time.Duration;
import java.util.List;

/** A log that is copied. */
interface EventSource {

    /** The position of its last event; 0 if it is empty. */
    long end();

    /** Its events behind a position, in their order and without gaps, also those that are still to come. */
    Events behind(long position);

    /** Events as they come; used by one thread. */
    interface Events extends AutoCloseable {

        /**
         * The next ones; none if there are none for so long.
         *
         * @throws RuntimeException if no more can come, because the log cannot be reached any more
         */
        List<CopiedEvent> next(int limit, Duration patience) throws InterruptedException;

        @Override
        void close();
    }
}
