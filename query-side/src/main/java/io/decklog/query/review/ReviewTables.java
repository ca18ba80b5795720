package io.decklog.query.review;

import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How reviews are kept. */
final class ReviewTables {

    static final Table<ReviewRow.Head> HEADS = new Table<>(ReviewRow.HEAD, ReviewRow.Head.class);

    static final Table<Finding> FINDINGS = new Table<>(ReviewRow.FINDING, Finding.class);

    static final Table<ReviewRow.Item> ITEMS = new Table<>(ReviewRow.ITEM, ReviewRow.Item.class, ReviewTables::columns);

    static final Table<ReviewRow.Text> TEXTS =
            new Table<>(ReviewRow.TEXT, ReviewRow.Text.class, text -> Map.of("version", text.version()));

    static final Table<ReviewRow.Later> LATER = new Table<>(ReviewRow.LATER, ReviewRow.Later.class);

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
