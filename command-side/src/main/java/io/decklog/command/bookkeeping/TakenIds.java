package io.decklog.command.bookkeeping;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says that an id is taken in whatever incident it was used, where the log itself does not. Each event about to be appended
 * takes its id first; within its own incident the rules know what is taken.
 */
final class TakenIds implements MessageDispatchInterceptor<EventMessage<?>> {

    private final JdbcClient jdbc;
    private final Bookkeeping bookkeeping;

    TakenIds(JdbcClient jdbc, Bookkeeping bookkeeping) {
        this.jdbc = jdbc;
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
            bookkeeping.intend(() -> take(ids.toArray(UUID[]::new), incidents.toArray(UUID[]::new)));
        }
        return (_, message) -> message;
    }

    private void take(UUID[] ids, UUID[] incidents) {
        var taken = jdbc.sql("""
                        INSERT INTO taken_id (id, incident_id) SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING
                        """).params(ids, incidents).update();
        if (taken < ids.length && isAnyOfOther(ids, incidents)) {
            throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of something else", "id");
        }
    }

    private boolean isAnyOfOther(UUID[] ids, UUID[] incidents) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM taken_id JOIN unnest(?, ?) AS asked (id, incident_id) USING (id)
                                       WHERE taken_id.incident_id <> asked.incident_id)
                        """).params(ids, incidents).query(Boolean.class).single();
    }
}
