package io.decklog.command.incident;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryEvent.EntryCorrected;
import io.decklog.api.incident.EntryEvent.EntryPinned;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;

/** What the rules need to know of an entry: what happened to it. */
record EntryState(boolean struck, boolean redacted, boolean pinned) {

    static final EntryState NEW = new EntryState(false, false, false);

    EntryState after(EntryEvent event) {
        return switch (event) {
            case EntryCorrected _ -> this;
            case EntryStruck _ -> new EntryState(true, redacted, pinned);
            case EntryRedacted _ -> new EntryState(struck, true, pinned);
            case EntryPinned _ -> new EntryState(struck, redacted, true);
        };
    }
}
