package io.decklog.api.incident;

/** Commands on an entry that is already in the log. */
public sealed interface EntryCommand extends IncidentCommand {

    EntryId entryId();

    record CorrectEntry(IncidentId incidentId, Stamp stamp, EntryId entryId, String text, String reason)
            implements EntryCommand {}

    record StrikeEntry(IncidentId incidentId, Stamp stamp, EntryId entryId, String reason) implements EntryCommand {}

    /** Takes the text out of an entry for good. */
    record RedactEntry(IncidentId incidentId, Stamp stamp, EntryId entryId, String reason) implements EntryCommand {}

    /** Marks an entry as one of those one has to know to follow the story. */
    record PinEntry(IncidentId incidentId, Stamp stamp, EntryId entryId) implements EntryCommand {}
}
