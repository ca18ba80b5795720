package io.decklog.wiring.log;

import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;

/** A log that can take the text out of what is written. Not every event store can. */
public interface RedactableLog {

    /**
     * Takes out, for good, the text of an entry and what other events of its incident repeat of it. Of each text
     * remains a salted digest whose salt is gone. Author, times and place of the entry stay. Takes part in the transaction
     * of the caller.
     */
    void redact(IncidentId incident, EntryId entry);

    /** Whether this log can do so; if not, the text stays in it and is only hidden in what is shown. */
    boolean removesText();
}
