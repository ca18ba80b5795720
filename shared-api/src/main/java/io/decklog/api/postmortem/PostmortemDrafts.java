package io.decklog.api.postmortem;

import io.decklog.api.incident.IncidentId;

/** Derives the draft of a postmortem from the log, as it stands at the moment of asking. */
@FunctionalInterface
public interface PostmortemDrafts {

    /** The same log gives the same draft. Throws what a read of that incident would throw if there is no such incident. */
    Draft draft(IncidentId incident);

    /**
     * A draft that could be published.
     *
     * @param markdown the whole text
     * @param sequence how many events of the incident it tells of
     * @param position of the last of them in the log
     */
    record Draft(String markdown, long sequence, long position) {}
}
