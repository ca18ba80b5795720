package io.decklog.query.search;

import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import io.decklog.query.timeline.TimelineRow;

/** What search keeps: what the timeline keeps, in tables of its own, so that no timeline waits for an index of words. */
public sealed interface SearchRow extends Row {

    String PREFIX = "search_";

    /** The row of the timeline. */
    TimelineRow told();

    @Override
    default RowKey key() {
        return key(told().key());
    }

    @Override
    default long sequence() {
        return told().sequence();
    }

    /** Where search keeps what the timeline keeps under a key. */
    static RowKey key(RowKey ofTimeline) {
        return new RowKey(PREFIX + ofTimeline.kind(), ofTimeline.incidentId(), ofTimeline.id());
    }

    static SearchRow of(TimelineRow told) {
        return switch (told) {
            case TimelineRow.Head row -> new Head(row);
            case TimelineRow.Entry row -> new Entry(row);
            case TimelineRow.Mention row -> new Mention(row);
        };
    }

    record Head(TimelineRow.Head told) implements SearchRow {}

    record Entry(TimelineRow.Entry told) implements SearchRow {

        /** What it is found by: what it says now. What was struck or redacted is not found. */
        String words() {
            var entry = told.entry();
            return entry.struck() || entry.redacted() ? "" : entry.text();
        }
    }

    record Mention(TimelineRow.Mention told) implements SearchRow {}
}
