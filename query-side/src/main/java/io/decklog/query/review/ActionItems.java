package io.decklog.query.review;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Table;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the action items of all incidents, the oldest first. */
@Component
class ActionItems {

    private static final String ORDER = "added";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActionItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is null filters nothing. */
    record Filter(
            @Nullable ActionItemState state,
            @Nullable String owner,
            @Nullable IncidentId incident,
            @Nullable String cursor,
            int limit) {}

    Page<ActionItem> list(Filter filter) {
        var now = clock.instant();
        var conditions = conditions(filter, now);
        var sql = """
                SELECT view FROM action_item %s ORDER BY added_at, id, incident_id LIMIT :limit
                """.formatted(conditions.where());
        var found = jdbc.sql(sql)
                .params(conditions.parameters())
                .param("limit", filter.limit() + 1)
                .query(ReviewTables.ITEMS.views())
                .list();
        return Paging.page(found, filter.limit(), ActionItems::place).map(item -> ActionItem.of(item, now));
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
                            "(added_at, id, incident_id) > (:place, :place_id, :place_incident)",
                            "place",
                            Table.time(last.instant(0)))
                    .and("true", "place_id", last.uuid(1))
                    .and("true", "place_incident", last.uuid(2));
        }
        return conditions;
    }

    /** The events know when an item is due; that it is overdue is for the clock to say. */
    private static void state(ActionItemState state, Instant now, Conditions conditions) {
        switch (state) {
            case DONE -> conditions.and("state = :state", "state", state.name());
            case OPEN ->
                conditions.and("state = 'OPEN' AND (due_at IS NULL OR due_at >= :now)", "now", Table.time(now));
            case OVERDUE -> conditions.and("state = 'OPEN' AND due_at < :now", "now", Table.time(now));
        }
    }

    private static Cursor place(ReviewRow.Item item) {
        return Cursor.of(ORDER, item.made().at(), item.id(), item.incidentId());
    }
}
