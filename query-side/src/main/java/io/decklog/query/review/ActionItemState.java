package io.decklog.query.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an action item stands. */
public enum ActionItemState {
    /** It is to be done. */
    OPEN,
    /** It was to be done by now. */
    OVERDUE,
    /** It is done. */
    DONE;

    /** @param now null for the state by what was recorded alone: without a clock, nothing is overdue */
    static ActionItemState of(ReviewRow.Item item, @Nullable Instant now) {
        if (item.done() != null) {
            return DONE;
        }
        return now != null && item.dueAt() != null && item.dueAt().isBefore(now) ? OVERDUE : OPEN;
    }
}
