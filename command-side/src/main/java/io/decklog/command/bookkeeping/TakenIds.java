package io.decklog.command.bookkeeping;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an id is, over all incidents, where the log itself does not say. */
@Component
public class TakenIds {

    private final JdbcClient jdbc;

    TakenIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes ids for incidents, each for the one at the same place; what an incident has already it keeps.
     *
     * @throws IncidentRejected if one of them is taken for another incident
     */
    public void take(List<UUID> ids, List<UUID> incidents) {
        var of = new UUID[][] {ids.toArray(UUID[]::new), incidents.toArray(UUID[]::new)};
        var taken = jdbc.sql("""
                        INSERT INTO taken_id (id, incident_id) SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING
                        """).params(of[0], of[1]).update();
        if (taken < ids.size() && isAnyOfOther(of)) {
            throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of something else", "id");
        }
    }

    private boolean isAnyOfOther(UUID[][] of) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM taken_id JOIN unnest(?, ?) AS asked (id, incident_id) USING (id)
                                       WHERE taken_id.incident_id <> asked.incident_id)
                        """).params(of[0], of[1]).query(Boolean.class).single();
    }
}
