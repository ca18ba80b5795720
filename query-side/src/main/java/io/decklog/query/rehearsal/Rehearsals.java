package io.decklog.query.rehearsal;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.Timeline;
import io.decklog.query.timeline.TimelineQuery;
import io.decklog.query.timeline.Timelines;
import io.decklog.wiring.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads rehearsals from the log. */
@Component
class Rehearsals {

    private final IncidentLog log;
    private final Timelines timelines;
    private final RehearsalFold fold;

    Rehearsals(IncidentLog log, Timelines timelines, Lateness lateness) {
        this.log = log;
        this.timelines = timelines;
        this.fold = new RehearsalFold(lateness);
    }

    /** @param sequence how many events the log of the rehearsal holds */
    record Found(Rehearsal rehearsal, long sequence) {}

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code UNKNOWN_REHEARSAL} */
    Found one(IncidentId id) {
        var own = own(id);
        return new Found(fold.of(own, past(own)), own.getLast().sequence());
    }

    /**
     * The timeline of the past incident up to the scene the rehearsal has come to.
     *
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code UNKNOWN_REHEARSAL}
     */
    Timeline timeline(IncidentId id, TimelineQuery query) {
        var own = own(id);
        return timelines.page(fold.told(own, past(own)), query);
    }

    private List<RecordedEvent> own(IncidentId id) {
        var events = log.upTo(id, null);
        if (declaration(events).rehearses() == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_REHEARSAL", "there is no rehearsal " + id);
        }
        return events;
    }

    private List<RecordedEvent> past(List<RecordedEvent> own) {
        var declared = declaration(own);
        var rehearsed = Objects.requireNonNull(declared.rehearses());
        return log.known(rehearsed, declared.stamp().recordedAt());
    }

    private static IncidentDeclared declaration(List<RecordedEvent> events) {
        return (IncidentDeclared) events.getFirst().event();
    }
}
