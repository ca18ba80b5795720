package io.decklog.query.diff;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what a reader saw of an incident at two moments, from its log alone. */
@Component
class TimelineDiffs {

    private final IncidentLog log;
    private final TimelineComparison comparison;

    TimelineDiffs(IncidentLog log, TimelineFold fold) {
        this.log = log;
        this.comparison = new TimelineComparison(fold);
    }

    /** @param sequence how many events of the incident were known at the later moment */
    record Answer(TimelineDiff diff, long sequence) {}

    /**
     * @param from before the declaration, nothing was known yet
     * @param to null, or a moment in the future, means now
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, or {@code NOT_YET_RECORDED} if the later moment is before
     *     the declaration; 400 if the earlier one is the later
     */
    Answer between(IncidentId id, Instant from, @Nullable Instant to) {
        if (to != null && from.isAfter(to)) {
            throw ProblemException.unreadable("from", "must not be after to");
        }
        var events = log.upTo(id, to);
        var sequence = events.getLast().sequence();
        var diff = new TimelineDiff(
                id, IncidentLog.number(events), from, to, log.position(id, sequence), comparison.since(from, events));
        return new Answer(diff, sequence);
    }
}
