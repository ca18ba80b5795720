package io.decklog.wiring.axonserver;

import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import io.decklog.wiring.log.RedactableLog;

/** Axon Server's log cannot be rewritten. What reads it hides the text; copies of it lose the text. */
final class HiddenTexts implements RedactableLog {

    @Override
    public void redact(IncidentId incident, EntryId entry) {
        // The event that says so is all that can be done here.
    }

    @Override
    public boolean removesText() {
        return false;
    }
}
