package io.decklog.query.live;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.sse.StreamSettings;
import io.decklog.wiring.log.LogGrowth;
import io.decklog.wiring.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets clients listen. */
@Component
class LiveStreams {

    private final LogReader log;
    private final History history;
    private final StreamSettings settings;
    private final Tails tails;

    LiveStreams(
            LogReader log,
            LogGrowth growth,
            ProjectionPositions positions,
            ChangedEntries entries,
            History history,
            StreamSettings settings) {
        this.log = log;
        this.history = history;
        this.settings = settings;
        var reading = new LiveTail.Reading(positions, entries);
        this.tails =
                new Tails(audience -> new LiveTail(audience, new SettledLog(log, System::nanoTime), growth, reading));
    }

    /**
     * Listens to one incident, or to all.
     *
     * @param after the place to go on behind; null for from now on
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}; 400 for a place the log has not come to; 503
     *     {@code NOT_CAUGHT_UP}
     */
    Listening listen(@Nullable IncidentId incident, @Nullable Place after) throws InterruptedException {
        if (incident != null && !log.holds(incident)) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + incident);
        }
        var head = log.head();
        if (after != null && after.position() > head) {
            throw ProblemException.unreadable("after", "the log has not come to position " + after.position());
        }
        var follower = new Follower(incident, after == null ? Place.START : after, settings.queue());
        var listening = new Listening(follower, tails, history);
        try {
            if (after == null) {
                listening.fromNow(head);
            }
            return listening;
        } catch (RuntimeException | InterruptedException failure) {
            listening.close();
            throw failure;
        }
    }
}
