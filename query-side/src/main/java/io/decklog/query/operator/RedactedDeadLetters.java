package io.decklog.query.operator;

import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.query.projection.ProjectionNames;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes redacted text out of the dead letters, too. It is no projection and has no dead letters of its own: the queues
 * hold back every later event of an incident, the redaction among them.
 */
@Component
@ProcessingGroup(ProjectionNames.REDACTIONS)
class RedactedDeadLetters {

    private final EventStore eventStore;
    private final Serializer serializer;
    private final JdbcClient jdbc;

    RedactedDeadLetters(EventStore eventStore, @Qualifier("eventSerializer") Serializer serializer, JdbcClient jdbc) {
        this.eventStore = eventStore;
        this.serializer = serializer;
        this.jdbc = jdbc;
    }

    /**
     * Each dead letter of the incident becomes what the log says now; what was said of its failure may quote it and
     * goes, as does the reason why it failed a rebuild.
     */
    @EventHandler
    void on(EntryRedacted event) {
        var incident = event.incidentId().toString();
        var hasAny = jdbc.sql("SELECT EXISTS (SELECT FROM dead_letter_entry WHERE aggregate_identifier = ?)")
                .param(incident)
                .query(Boolean.class)
                .single();
        if (hasAny) {
            eventStore.readEvents(incident, 0).asStream().forEach(this::replace);
        }
        jdbc.sql("""
                        UPDATE projection_rebuild SET reason = 'withheld, because an entry of the incident was redacted'
                        WHERE reason LIKE '%' || ? || '%'
                        """).param(incident).update();
    }

    private void replace(DomainEventMessage<?> stored) {
        var payload = stored.serializePayload(serializer, byte[].class);
        jdbc.sql("""
                        UPDATE dead_letter_entry
                        SET payload = ?, payload_type = ?, payload_revision = ?,
                            cause_message = 'withheld, because an entry of the incident was redacted'
                        WHERE event_identifier = ?
                        """)
                .params(
                        payload.getData(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        stored.getIdentifier())
                .update();
    }
}
