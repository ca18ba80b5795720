package io.decklog.command.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out incident numbers and knows whose they are. A number is never given twice; a refused declaration loses one. */
@Component
class IncidentNumbers {

    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final IncidentsInLog incidents;
    private final Cache<IncidentNumber, IncidentId> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    IncidentNumbers(JdbcClient jdbc, IncidentsInLog incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /**
     * Gives an incident its number, no later than it is declared. One that got a number and was not declared after all
     * keeps it for the next time.
     *
     * @throws IncidentRejected if the incident is there: its id is taken
     */
    IncidentNumber give(IncidentId incident) {
        return giveNew(incident)
                .or(() -> incidents.hold(incident) ? Optional.empty() : of(incident))
                .orElseThrow(() ->
                        new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of another incident", "id"));
    }

    private Optional<IncidentNumber> giveNew(IncidentId incident) {
        return jdbc.sql("""
                        INSERT INTO incident_number (number, incident_id)
                        VALUES (nextval('incident_number_sequence'), ?)
                        ON CONFLICT DO NOTHING
                        RETURNING number
                        """)
                .param(incident.value())
                .query(Long.class)
                .optional()
                .map(IncidentNumber::new);
    }

    /** Gives an incident the number it has in its log, and no other incident from then on. */
    void restore(IncidentId incident, IncidentNumber number) {
        jdbc.sql("INSERT INTO incident_number (number, incident_id) VALUES (?, ?)")
                .params(number.value(), incident.value())
                .update();
        jdbc.sql("""
                        SELECT setval('incident_number_sequence', greatest(?, last_value))
                        FROM incident_number_sequence
                        """).param(number.value()).query(Long.class).single();
    }

    Optional<IncidentId> find(IncidentNumber number) {
        return Optional.ofNullable(known.get(number, this::read));
    }

    Optional<IncidentNumber> of(IncidentId incident) {
        return jdbc.sql("SELECT number FROM incident_number WHERE incident_id = ?")
                .param(incident.value())
                .query(Long.class)
                .optional()
                .map(IncidentNumber::new);
    }

    @SuppressWarnings("NullAway") // Caffeine takes null for "there is none, keep nothing"
    private IncidentId read(IncidentNumber number) {
        return jdbc.sql("SELECT incident_id FROM incident_number WHERE number = ?")
                .param(number.value())
                .query(UUID.class)
                .optional()
                .map(IncidentId::new)
                .orElse(null);
    }
}
