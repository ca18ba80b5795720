package io.decklog.command.idempotency;

import io.decklog.api.incident.Recorded;
import org.jspecify.annotations.Nullable;

/** An answer whose position is known only once the events are appended, when the unit of work prepares to commit. */
public final class PendingAnswer {

    private final Recorded recorded;
    private final boolean replayed;
    private volatile @Nullable Long position;

    PendingAnswer(Recorded recorded, @Nullable Long position, boolean replayed) {
        this.recorded = recorded;
        this.position = position;
        this.replayed = replayed;
    }

    void appendedAt(long appended) {
        position = appended;
    }

    /** The answer, once the unit of work has committed. */
    public Answer get() {
        return new Answer(recorded, position, replayed);
    }
}
