package io.decklog.query.projection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that calls back when events become available. A second stream, at the head of the log, waits for them; what
 * it sees is only a hint to look at the first.
 */
final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PromptStream.class);

    /** How long to wait for an event before the callback is called anyway, in case a hint was missed. */
    private static final int PATIENCE_MILLIS = 500;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final Supplier<BlockingStream<TrackedEventMessage<?>>> head;
    private volatile boolean closed;

    PromptStream(BlockingStream<TrackedEventMessage<?>> events, Supplier<BlockingStream<TrackedEventMessage<?>>> head) {
        this.events = events;
        this.head = head;
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
            try (var newEvents = head.get()) {
                while (!closed) {
                    waitAndDrain(newEvents);
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

    private static void waitAndDrain(BlockingStream<TrackedEventMessage<?>> newEvents) throws InterruptedException {
        var any = newEvents.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        while (any) {
            newEvents.nextAvailable();
            any = newEvents.hasNextAvailable();
        }
    }

    /** The processor has its own ways with a store that is away; it only must not be hurried meanwhile. */
    private void pauseAfter(RuntimeException failure) {
        if (!closed) {
            LOG.debug("Cannot watch for new events", failure);
            try {
                Thread.sleep(PATIENCE_MILLIS);
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
