package io.decklog.command.bookkeeping;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Each event about to be appended takes its id first. Within its own incident the rules know what is taken. */
final class TakingIds implements MessageDispatchInterceptor<EventMessage<?>> {

    private final TakenIds taken;
    private final Bookkeeping bookkeeping;

    TakingIds(TakenIds taken, Bookkeeping bookkeeping) {
        this.taken = taken;
        this.bookkeeping = bookkeeping;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        var ids = new ArrayList<UUID>();
        var incidents = new ArrayList<UUID>();
        for (var message : messages) {
            if (message instanceof DomainEventMessage<?> event) {
                ids.add(UUID.fromString(event.getIdentifier()));
                incidents.add(UUID.fromString(event.getAggregateIdentifier()));
            }
        }
        if (!ids.isEmpty()) {
            bookkeeping.intend(() -> taken.take(ids, incidents));
        }
        return (_, message) -> message;
    }
}
