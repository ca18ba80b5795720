package io.decklog.query.stopgap;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationId;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger, the oldest debt first. */
@Component
class Stopgaps {

    private static final String ORDER = "applied";

    private final JdbcClient jdbc;
    private final Clock clock;

    Stopgaps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is null filters nothing. */
    record Filter(
            @Nullable StopgapState state,
            @Nullable IncidentId incident,
            @Nullable String owner,
            @Nullable String cursor,
            int limit) {}

    Page<Stopgap> list(Filter filter) {
        var now = clock.instant();
        var conditions = conditions(filter, now);
        var sql = """
                SELECT view FROM stopgap %s ORDER BY applied_at, id, incident_id LIMIT :limit
                """.formatted(conditions.where());
        var found = jdbc.sql(sql)
                .params(conditions.parameters())
                .param("limit", filter.limit() + 1)
                .query(StopgapTables.STOPGAPS.views())
                .list();
        var caused = caused(found);
        return Paging.page(found, filter.limit(), Stopgaps::place)
                .map(row -> Stopgap.of(row, caused.getOrDefault(Stopgaps.mitigation(row), List.of()), now));
    }

    /** Ids of mitigations are unique within their incident only. */
    private record Mitigation(IncidentId incident, MitigationId mitigation) {}

    private Map<Mitigation, List<IncidentId>> caused(List<StopgapRow.Recorded> stopgaps) {
        if (stopgaps.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                SELECT view FROM stopgap_cause WHERE NOT struck AND mitigation_id IN (:mitigations)
                ORDER BY incident_id, id
                """)
                .param(
                        "mitigations",
                        stopgaps.stream()
                                .map(row -> row.applied().mitigationId().value())
                                .toList())
                .query(StopgapTables.CAUSES.views())
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        cause -> new Mitigation(cause.other(), cause.mitigationId()),
                        Collectors.mapping(StopgapRow.Cause::incidentId, Collectors.toList())));
    }

    private static Mitigation mitigation(StopgapRow.Recorded row) {
        return new Mitigation(row.incidentId(), row.applied().mitigationId());
    }

    private static Conditions conditions(Filter filter, Instant now) {
        var conditions = new Conditions()
                .and(
                        "incident_id = :incident",
                        "incident",
                        filter.incident() == null ? null : filter.incident().value())
                .and("owner = :owner", "owner", filter.owner());
        if (filter.state() != null) {
            state(filter.state(), now, conditions);
        }
        if (filter.cursor() != null) {
            var last = Cursor.parse(filter.cursor(), ORDER, 3);
            conditions
                    .and(
                            "(applied_at, id, incident_id) > (:place, :place_id, :place_incident)",
                            "place",
                            Table.time(last.instant(0)))
                    .and("true", "place_id", last.uuid(1))
                    .and("true", "place_incident", last.uuid(2));
        }
        return conditions;
    }

    /** The events know of plans; that one is overdue is for the clock to say. */
    private static void state(StopgapState state, Instant now, Conditions conditions) {
        switch (state) {
            case OPEN, PAID, ROLLED_BACK -> conditions.and("state = :state", "state", state.name());
            case PLANNED -> conditions.and("state = 'PLANNED' AND due_at >= :now", "now", Table.time(now));
            case OVERDUE -> conditions.and("state = 'PLANNED' AND due_at < :now", "now", Table.time(now));
        }
    }

    private static Cursor place(StopgapRow.Recorded row) {
        return Cursor.of(ORDER, row.applied().appliedAt(), row.applied().mitigationId(), row.incidentId());
    }
}
