package io.decklog.query.timeline;

import io.decklog.api.incident.Stamp;
import java.time.Duration;

/**
 * When an entry counts as late: recorded noticeably later than it occurred. For an imported entry the record time of
 * the log it came from counts.
 *
 * @param after how much later; exactly this much is not late yet
 */
public record Lateness(Duration after) {

    public boolean isLate(Stamp stamp) {
        return Duration.between(stamp.occurredAt(), stamp.firstRecordedAt()).compareTo(after) > 0;
    }
}
