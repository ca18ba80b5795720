package io.decklog.query.review;

import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How reviews are kept. */
final class ReviewTables {

    static final Table<ReviewRow.Head> HEADS = new Table<>(ReviewRow.HEAD, ReviewRow.Head.class, """
            INSERT INTO review (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE review.sequence < excluded.sequence
            """, _ -> Map.of());

    static final Table<Finding> FINDINGS = new Table<>(ReviewRow.FINDING, Finding.class, """
            INSERT INTO review_finding (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE review_finding.sequence < excluded.sequence
            """, _ -> Map.of());

    static final Table<ReviewRow.Item> ITEMS =
            new Table<>(ReviewRow.ITEM, ReviewRow.Item.class, """
            INSERT INTO action_item (incident_id, id, sequence, view, state, owner, added_at, due_at)
            VALUES (:incident_id, :id, :sequence, :view, :state, :owner, :added_at, :due_at)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, state = excluded.state, owner = excluded.owner,
                added_at = excluded.added_at, due_at = excluded.due_at
            WHERE action_item.sequence < excluded.sequence
            """, ReviewTables::columns);

    static final Table<ReviewRow.Text> TEXTS =
            new Table<>(ReviewRow.TEXT, ReviewRow.Text.class, """
            INSERT INTO postmortem_version (incident_id, id, sequence, view, version)
            VALUES (:incident_id, :id, :sequence, :view, :version)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, version = excluded.version
            WHERE postmortem_version.sequence < excluded.sequence
            """, text -> Map.of("version", text.version()));

    static final Table<ReviewRow.Later> LATER = new Table<>(ReviewRow.LATER, ReviewRow.Later.class, """
            INSERT INTO postmortem_later_entry (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO NOTHING
            """, _ -> Map.of());

    static final List<Table<? extends ReviewRow>> ALL = List.of(HEADS, FINDINGS, ITEMS, TEXTS, LATER);

    private ReviewTables() {}

    private static Map<String, @Nullable Object> columns(ReviewRow.Item item) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("state", ActionItemState.of(item, null).name());
        columns.put("owner", item.owner());
        columns.put("added_at", Table.time(item.made().at()));
        columns.put("due_at", Table.time(item.dueAt()));
        return columns;
    }
}
