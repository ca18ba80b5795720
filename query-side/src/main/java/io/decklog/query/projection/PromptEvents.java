package io.decklog.query.projection;

import io.decklog.wiring.log.LogGrowth;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as a projection reads it, with streams that say when there is something new. Those of Axon's embedded store do
 * not, and a pooled processor would look for new events only twice a second.
 */
final class PromptEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final LogGrowth growth;

    PromptEvents(StreamableMessageSource<TrackedEventMessage<?>> events, LogGrowth growth) {
        this.events = events;
        this.growth = growth;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PromptStream(events.openStream(token), growth);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return events.createTokenAt(dateTime);
    }
}
