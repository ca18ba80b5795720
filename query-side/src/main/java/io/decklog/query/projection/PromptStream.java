package io.decklog.query.projection;

import io.decklog.wiring.log.LogGrowth;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that calls back when the log has grown, which is only a hint to look. */
final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PromptStream.class);

    /** How long to wait for an event before the callback is called anyway, in case a hint was missed. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final LogGrowth growth;
    private volatile boolean closed;

    PromptStream(BlockingStream<TrackedEventMessage<?>> events, LogGrowth growth) {
        this.events = events;
        this.growth = growth;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        if (!events.setOnAvailableCallback(callback)) {
            Thread.ofVirtual().name("new-events").start(() -> watch(callback));
        }
        return true;
    }

    private void watch(Runnable callback) {
        while (!closed) {
            try (var watch = growth.watch()) {
                while (!closed) {
                    watch.await(PATIENCE);
                    callback.run();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                pauseAfter(failure);
            }
        }
    }

    /** The processor has its own ways with a store that is away; it only must not be hurried meanwhile. */
    private void pauseAfter(RuntimeException failure) {
        if (!closed) {
            LOG.debug("Cannot watch for new events", failure);
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return events.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public boolean hasNextAvailable() {
        return events.hasNextAvailable();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return events.nextAvailable();
    }

    @Override
    public void close() {
        closed = true;
        events.close();
    }
}
