package io.decklog.command.incident;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryEvent.EntryCorrected;
import io.decklog.api.incident.EntryEvent.EntryPinned;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;

/**
 * What the rules need to know of an entry: what happened to it.
 *
 * @param ordinal its place among the entries as they were recorded; the declaration is 0
 */
record EntryState(int ordinal, boolean struck, boolean redacted, boolean pinned) {

    static EntryState at(int ordinal) {
        return new EntryState(ordinal, false, false, false);
    }

    EntryState after(EntryEvent event) {
        return switch (event) {
            case EntryCorrected _ -> this;
            case EntryStruck _ -> new EntryState(ordinal, true, redacted, pinned);
            case EntryRedacted _ -> new EntryState(ordinal, struck, true, pinned);
            case EntryPinned _ -> new EntryState(ordinal, struck, redacted, true);
        };
    }
}
