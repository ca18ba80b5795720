package io.decklog.wiring.log;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Says when the log has grown, whichever process has appended to it. */
public final class LogGrowth {

    private final EventStore eventStore;

    LogGrowth(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Watches from now on. */
    public Watch watch() {
        return new Watch(eventStore.openStream(eventStore.createHeadToken()));
    }

    /** One who watches; used by one thread. */
    public static final class Watch implements AutoCloseable {

        private final BlockingStream<TrackedEventMessage<?>> head;

        private Watch(BlockingStream<TrackedEventMessage<?>> head) {
            this.head = head;
        }

        /** Returns soon after something was appended since it last returned, and in any case after this time. */
        public void await(Duration atMost) throws InterruptedException {
            var any = head.hasNextAvailable(Math.toIntExact(atMost.toMillis()), TimeUnit.MILLISECONDS);
            while (any) {
                head.nextAvailable();
                any = head.hasNextAvailable();
            }
        }

        @Override
        public void close() {
            head.close();
        }
    }
}
