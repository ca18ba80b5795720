package io.decklog.query.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Replay;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.stream.Stream;
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
        return asOf == null ? Incident.of(live(id), links(id), null) : replayed(id, asOf);
    }

    private IncidentRow.Recorded live(IncidentId id) {
        return jdbc.sql("SELECT view FROM incident WHERE incident_id = :id")
                .param("id", id.value())
                .query(IncidentTables.INCIDENTS.views())
                .optional()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id));
    }

    private Stream<IncidentRow.Link> links(IncidentId id) {
        return jdbc
                .sql("SELECT view FROM incident_link WHERE incident_id = :id OR other_id = :id")
                .param("id", id.value())
                .query(IncidentTables.LINKS.views())
                .list()
                .stream();
    }

    /** The links of other incidents stand in their logs, which are read as far as they went at that moment. */
    private Incident replayed(IncidentId id, Instant asOf) {
        var replay = Replay.of(new IncidentFold(), log.upTo(id, asOf));
        var fromOthers = links(id)
                .map(IncidentRow.Link::incidentId)
                .distinct()
                .filter(other -> !other.equals(id))
                .flatMap(other ->
                        Replay.of(new IncidentFold(), log.known(other, asOf)).all(IncidentRow.Link.class))
                .filter(link -> link.other().equals(id));
        var row = replay.all(IncidentRow.Recorded.class).findFirst().orElseThrow();
        return Incident.of(row, Stream.concat(replay.all(IncidentRow.Link.class), fromOthers), asOf);
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
                .query(IncidentTables.INCIDENTS.views())
                .list();
        return Paging.page(found, filter.limit(), IncidentFilter::place).map(Incident.Line::of);
    }
}
