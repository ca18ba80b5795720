package io.decklog.query.postmortem;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.timeline.Lateness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts postmortems from the log. */
@Component
class Postmortems {

    private final IncidentLog log;
    private final PostmortemFold fold;

    Postmortems(IncidentLog log, Lateness lateness) {
        this.log = log;
        this.fold = new PostmortemFold(lateness);
    }

    Postmortem draft(IncidentId id, @Nullable Instant asOf) {
        var events = log.upTo(id, asOf);
        return fold.of(events, log.position(id, events.getLast().sequence()), asOf);
    }
}
