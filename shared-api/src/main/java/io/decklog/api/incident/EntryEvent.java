package io.decklog.api.incident;

import org.axonframework.serialization.Revision;

/** What happens to an entry that is already in the log. Its place, author and times always remain. */
public sealed interface EntryEvent extends IncidentEvent {

    /** The entry this is about. */
    EntryId entryId();

    /** @param text what the entry says from now on; what it said before stays readable beside it */
    @Revision("1")
    record EntryCorrected(IncidentId incidentId, Stamp stamp, EntryId entryId, String text, String reason)
            implements EntryEvent {}

    /** The entry stays visible, struck through. */
    @Revision("1")
    record EntryStruck(IncidentId incidentId, Stamp stamp, EntryId entryId, String reason) implements EntryEvent {}

    /** The entry says nothing any more; that it was redacted, by whom and why, remains. */
    @Revision("1")
    record EntryRedacted(IncidentId incidentId, Stamp stamp, EntryId entryId, String reason) implements EntryEvent {}

    /** The entry is one of those one has to know to follow the story. */
    @Revision("1")
    record EntryPinned(IncidentId incidentId, Stamp stamp, EntryId entryId) implements EntryEvent {}
}
