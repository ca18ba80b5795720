package io.decklog.query.search;

import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.util.List;

/** Finds entries by what the timeline says of them: it is the timeline's own fold that tells it. */
public final class SearchFold implements Fold<SearchRow> {

    private final TimelineFold timeline;

    public SearchFold(TimelineFold timeline) {
        this.timeline = timeline;
    }

    @Override
    public List<SearchRow> on(RecordedEvent recorded, Rows<SearchRow> rows) {
        Rows<TimelineRow> told = key -> rows.find(SearchRow.key(key)).map(SearchRow::told);
        return timeline.on(recorded, told).stream().map(SearchRow::of).toList();
    }
}
