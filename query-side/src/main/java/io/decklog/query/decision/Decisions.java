package io.decklog.query.decision;

import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.wiring.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about decisions. */
@Component
class Decisions {

    private final JdbcClient jdbc;
    private final IncidentLog log;
    private final TimelineFold timeline;

    Decisions(JdbcClient jdbc, IncidentLog log, TimelineFold timeline) {
        this.jdbc = jdbc;
        this.log = log;
        this.timeline = timeline;
    }

    /** Newest first. */
    Page<Decision> list(DecisionFilter filter) {
        var conditions = filter.conditions();
        var sql = """
                SELECT view FROM decision %s
                ORDER BY decided_at DESC, id DESC, incident_id DESC LIMIT :limit
                """.formatted(conditions.where());
        var found = jdbc.sql(sql)
                .params(conditions.parameters())
                .param("limit", filter.limit() + 1)
                .query(DecisionTables.DECISIONS.views())
                .list();
        return Paging.page(found, filter.limit(), DecisionFilter::place).map(Decision::of);
    }

    /** @throws ProblemException 404 {@code UNKNOWN_DECISION} */
    Decision one(UUID id) {
        return jdbc.sql("SELECT view FROM decision WHERE id = :id ORDER BY incident_id LIMIT 1")
                .param("id", id)
                .query(DecisionTables.DECISIONS.views())
                .optional()
                .map(Decision::of)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_DECISION", "there is no decision " + id));
    }

    /**
     * What was known when it was decided.
     *
     * @throws ProblemException 404 {@code UNKNOWN_DECISION}; 409 {@code DECISION_NOT_RECORDED} as long as it is raised
     */
    Known known(UUID id) {
        var decision = one(id);
        if (decision.state() == DecisionState.RAISED) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "DECISION_NOT_RECORDED", "nothing has been decided on this question yet");
        }
        return Known.at(decision, log.upTo(decision.incidentId(), null), timeline);
    }
}
