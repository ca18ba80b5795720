package io.decklog.query.live;

import io.decklog.api.incident.IncidentId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens. Reads what it missed from the log on its own thread until it comes to what the audience still
 * knows; from there on it is told.
 */
final class Follower {

    private final @Nullable IncidentId incident;
    private final Mailbox mailbox;
    private volatile Place seen;

    /** @param incident the one it asks for; all if null */
    Follower(@Nullable IncidentId incident, Place seen, int queue) {
        this.incident = incident;
        this.seen = seen;
        this.mailbox = new Mailbox(queue);
    }

    @Nullable
    IncidentId incident() {
        return incident;
    }

    /** Behind which place it still has to hear everything. Stays where it is once it is told. */
    Place seen() {
        return seen;
    }

    void passOver(Place place) {
        seen = place;
    }

    /** False if it cannot take any more, and is cut off. */
    boolean hear(Change change) {
        return !concerns(change) || mailbox.offer(change);
    }

    /** Half of the room is left for what comes meanwhile. */
    boolean hasRoomFor(int changes) {
        return changes <= mailbox.capacity() / 2;
    }

    boolean concerns(Change change) {
        return change.isOf(incident) && seen.isBefore(change.place());
    }

    /** Waits for changes; none if there were none for that long, or if it has ended. */
    List<Change> await(Duration patience) {
        return mailbox.take(patience);
    }

    void end() {
        mailbox.close();
    }

    boolean hasEnded() {
        return mailbox.isClosed();
    }
}
