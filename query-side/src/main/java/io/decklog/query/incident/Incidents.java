package io.decklog.query.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Replay;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about incidents. */
@Component
class Incidents {

    private final JdbcClient jdbc;
    private final IncidentLog log;

    Incidents(JdbcClient jdbc, IncidentLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code NOT_YET_RECORDED} */
    Incident one(IncidentId id, @Nullable Instant asOf) {
        return Incident.of(asOf == null ? live(id) : replayed(id, asOf), asOf);
    }

    private IncidentRow live(IncidentId id) {
        return jdbc.sql("SELECT view FROM incident WHERE incident_id = :id")
                .param("id", id.value())
                .query(IncidentTable.TABLE.views())
                .optional()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id));
    }

    private IncidentRow replayed(IncidentId id, Instant asOf) {
        return Replay.of(new IncidentFold(), log.upTo(id, asOf))
                .all(IncidentRow.class)
                .findFirst()
                .orElseThrow();
    }

    /** Newest first. */
    Page<Incident.Line> list(IncidentFilter filter) {
        var conditions = filter.conditions();
        var sql = """
                SELECT view FROM incident %s
                ORDER BY declared_at DESC, incident_id DESC LIMIT :limit
                """.formatted(conditions.where());
        var found = jdbc.sql(sql)
                .params(conditions.parameters())
                .param("limit", filter.limit() + 1)
                .query(IncidentTable.TABLE.views())
                .list();
        return Paging.page(found, filter.limit(), IncidentFilter::place).map(Incident.Line::of);
    }
}
