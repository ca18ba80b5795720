package io.decklog.query.stopgap;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationId;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String LIVE = "(SELECT *, id AS mitigation_id, false AS former FROM stopgap)";

    /** Those that stand like this since then or before, and those that stood otherwise then. */
    private static final String STOOD = """
            (SELECT incident_id, id AS mitigation_id, view, state, owner, applied_at, due_at, false AS former
             FROM stopgap WHERE recorded_from <= :as_of
             UNION ALL
             SELECT incident_id, mitigation_id, view, state, owner, applied_at, due_at, true AS former
             FROM stopgap_former WHERE tstzrange(recorded_from, recorded_until) @> :as_of)""";

    /**
     * What is null filters nothing.
     *
     * @param asOf the moment of record time at which the ledger is read; null, or one in the future, means now
     */
    record Filter(
            @Nullable StopgapState state,
            @Nullable IncidentId incident,
            @Nullable String owner,
            @Nullable Instant asOf,
            @Nullable String cursor,
            int limit) {}

    Ledger list(Filter filter) {
        var now = moment(filter.asOf());
        var conditions = conditions(filter, now);
        var sql = """
                SELECT view, former FROM %s AS ledger %s
                ORDER BY applied_at, mitigation_id, incident_id LIMIT :limit
                """.formatted(filter.asOf() == null ? LIVE : STOOD, conditions.where());
        var found = jdbc.sql(sql)
                .params(conditions.parameters())
                .param("as_of", Table.time(filter.asOf()))
                .param("limit", filter.limit() + 1)
                .query((row, _) -> read(row.getString("view"), row.getBoolean("former")))
                .list();
        var caused = caused(found, filter.asOf());
        var page = Paging.page(found, filter.limit(), Stopgaps::place)
                .map(row -> Stopgap.of(row, caused.getOrDefault(Stopgaps.mitigation(row), List.of()), now));
        return new Ledger(filter.asOf(), page.items(), page.nextCursor());
    }

    private Instant moment(@Nullable Instant asOf) {
        var now = clock.instant();
        return asOf == null || asOf.isAfter(now) ? now : asOf;
    }

    private static StopgapRow.Recorded read(String view, boolean former) {
        return former ? StopgapTables.FORMERS.read(view).was() : StopgapTables.STOPGAPS.read(view);
    }

    /** Ids of mitigations are unique within their incident only. */
    private record Mitigation(IncidentId incident, MitigationId mitigation) {}

    /** The incidents that said by then, and had not taken back, that one of these stopgaps caused them. */
    private Map<Mitigation, List<IncidentId>> caused(List<StopgapRow.Recorded> stopgaps, @Nullable Instant asOf) {
        if (stopgaps.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                SELECT view FROM stopgap_cause
                WHERE mitigation_id IN (:mitigations)
                  AND recorded_at <= :as_of AND (struck_at IS NULL OR struck_at > :as_of)
                ORDER BY incident_id, id
                """)
                .param(
                        "mitigations",
                        stopgaps.stream()
                                .map(row -> row.applied().mitigationId().value())
                                .toList())
                .param("as_of", Objects.requireNonNullElse(Table.time(asOf), OffsetDateTime.MAX))
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
                            "(applied_at, mitigation_id, incident_id) > (:place, :place_id, :place_incident)",
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
