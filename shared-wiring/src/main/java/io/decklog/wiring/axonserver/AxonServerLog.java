package io.decklog.wiring.axonserver;

import io.decklog.wiring.log.LogPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Axon Server's event store, which tells the {@link LogPosition} of what is appended, and fails like a database where it
 * cannot be reached.
 */
final class AxonServerLog extends AxonServerEventStore {

    private final AxonServerHead head;

    private AxonServerLog(Builder builder, AxonServerHead head) {
        super(builder);
        this.head = head;
    }

    /** A builder makes its engine only when it builds a store itself; that one is left alone. */
    static AxonServerLog of(Builder builder, AxonServerHead head) {
        builder.build();
        return new AxonServerLog(builder, head);
    }

    /**
     * Runs once the server has acknowledged the events. It does not say where it has put them; the end of the log is at
     * or behind that place, and who has seen the end has seen them.
     */
    @Override
    protected void commit(List<? extends EventMessage<?>> events) {
        super.commit(events);
        var position = head.position();
        CurrentUnitOfWork.ifStarted(unitOfWork -> LogPosition.remember(unitOfWork, position));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return whole(() -> super.readEvents(aggregateIdentifier));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return whole(() -> super.readEvents(aggregateIdentifier, firstSequenceNumber));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return explained(() -> super.lastSequenceNumberFor(aggregateIdentifier));
    }

    /** Read to its end here and now: a stream that breaks later would break in somebody's hands. */
    private static DomainEventStream whole(Supplier<DomainEventStream> reading) {
        return explained(() -> {
            var events = reading.get();
            var read =
                    events.asStream().<DomainEventMessage<?>>map(event -> event).toList();
            var last = Optional.ofNullable(events.getLastSequenceNumber());
            return DomainEventStream.of(read.stream(), () -> last.orElse(null));
        });
    }

    private static <T> T explained(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RuntimeException failure) {
            throw AxonServerAway.explain(failure);
        }
    }
}
