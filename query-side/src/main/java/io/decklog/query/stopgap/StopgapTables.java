package io.decklog.query.stopgap;

import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the ledger is kept. */
final class StopgapTables {

    static final Table<StopgapRow.Recorded> STOPGAPS =
            new Table<>(StopgapRow.STOPGAP, StopgapRow.Recorded.class, StopgapTables::columns);

    static final Table<StopgapRow.Former> FORMERS =
            new Table<>(StopgapRow.FORMER, StopgapRow.Former.class, StopgapTables::columns);

    static final Table<StopgapRow.Context> CONTEXTS = new Table<>(StopgapRow.CONTEXT, StopgapRow.Context.class);

    static final Table<StopgapRow.Cause> CAUSES =
            new Table<>(StopgapRow.CAUSE, StopgapRow.Cause.class, StopgapTables::columns);

    static final Table<StopgapRow.Mention> MENTIONS = new Table<>(StopgapRow.MENTION, StopgapRow.Mention.class);

    static final List<Table<? extends StopgapRow>> ALL = List.of(STOPGAPS, FORMERS, CONTEXTS, CAUSES, MENTIONS);

    private StopgapTables() {}

    private static Map<String, @Nullable Object> columns(StopgapRow.Cause row) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("mitigation_id", row.mitigationId().value());
        columns.put("other_id", row.other().value());
        columns.put("recorded_at", Table.time(row.recordedAt()));
        columns.put("struck_at", Table.time(row.struckAt()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(StopgapRow.Recorded row) {
        var plan = row.debt().plan();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", row.applied().number().value());
        columns.put("state", StopgapState.withoutClock(row.debt()).name());
        columns.put("owner", plan == null ? null : plan.owner());
        columns.put("applied_at", Table.time(row.applied().appliedAt()));
        columns.put("due_at", plan == null ? null : Table.time(plan.dueAt()));
        columns.put("recorded_from", Table.time(row.recordedFrom()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(StopgapRow.Former row) {
        Map<String, @Nullable Object> columns = columns(row.was());
        columns.remove("number");
        columns.put("mitigation_id", row.was().applied().mitigationId().value());
        columns.put("recorded_until", Table.time(row.recordedUntil()));
        return columns;
    }
}
