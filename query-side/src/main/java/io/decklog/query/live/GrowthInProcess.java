package io.decklog.query.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * What this process appends is known at once, from the stream at the head of Axon's store that wakes the projections, too.
 * What other processes append is found when the time has passed.
 */
@Component
final class GrowthInProcess implements LogGrowth {

    private final EventStore eventStore;

    GrowthInProcess(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Override
    public Watch watch() {
        return new Head(eventStore.openStream(eventStore.createHeadToken()));
    }

    private record Head(BlockingStream<TrackedEventMessage<?>> events) implements Watch {

        @Override
        public void await(Duration atMost) throws InterruptedException {
            var any = events.hasNextAvailable(Math.toIntExact(atMost.toMillis()), TimeUnit.MILLISECONDS);
            while (any) {
                events.nextAvailable();
                any = events.hasNextAvailable();
            }
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
