package io.decklog.query.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.paging.Ids;
import io.decklog.wiring.web.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the incident an address means: by its id, or by its number as the projection {@code incidents} knows it. */
@Component
public class IncidentAddresses {

    private final JdbcClient jdbc;

    IncidentAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The id behind an address. That there is an incident of that id is for the reader of its rows to say.
     *
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT} for an unknown number and for what is neither
     */
    public IncidentId resolve(String address) {
        return find(address)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no such incident"));
    }

    /** The id behind an address; empty for an unknown number and for what is neither an id nor a number. */
    public Optional<IncidentId> find(String address) {
        return Ids.parse(address)
                .map(IncidentId::new)
                .or(() -> IncidentNumber.parse(address).flatMap(this::numbered));
    }

    private Optional<IncidentId> numbered(IncidentNumber number) {
        return jdbc.sql("SELECT incident_id FROM incident WHERE number = :number ORDER BY incident_id LIMIT 1")
                .param("number", number.value())
                .query(UUID.class)
                .optional()
                .map(IncidentId::new);
    }
}
