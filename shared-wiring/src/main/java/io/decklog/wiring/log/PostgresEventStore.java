package io.decklog.wiring.log;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's store, which tells the other processes on the same log when this one has appended something, and looks for more
 * when one of them says so. The streams at the head of the log share what it reads.
 */
final class PostgresEventStore extends EmbeddedEventStore {

    private final GrowthAnnouncer announcer;

    private PostgresEventStore(Builder builder, GrowthAnnouncer announcer) {
        super(builder);
        this.announcer = announcer;
    }

    /** @param poll how often to look for more without having been told */
    static PostgresEventStore on(
            EventStorageEngine engine, GrowthAnnouncer announcer, Duration poll, EventBusSpanFactory spans) {
        return new PostgresEventStore(
                builder().storageEngine(engine).fetchDelay(poll.toMillis()).spanFactory(spans), announcer);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        announcer.announce();
    }

    /** Something was appended past this store: looks for it, and tells the others. */
    void tellOfMore() {
        lookForMore();
        announcer.announce();
    }

    /** Another process has appended something, or may have. */
    void lookForMore() {
        super.afterCommit(List.of());
    }
}
