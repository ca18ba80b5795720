package io.decklog.query.live;

import java.time.Duration;

/** Says when the log may have grown. */
interface LogGrowth {

    /** Watches from now on. */
    Watch watch();

    /** One who watches; used by one thread. */
    interface Watch extends AutoCloseable {

        /** Returns soon after something was appended since it last returned, and in any case after this time. */
        void await(Duration atMost) throws InterruptedException;

        @Override
        void close();
    }
}
