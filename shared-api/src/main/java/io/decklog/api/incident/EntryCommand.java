package io.decklog.api.incident;

/** Commands on an entry that is already in the log. */
public sealed interface EntryCommand extends IncidentCommand {

    EntryId entryId();

    record CorrectEntry(IncidentId incidentId, Stamp stamp, EntryId entryId, String text, String reason)
            implements EntryCommand {}

    record StrikeEntry(IncidentId incidentId, Stamp stamp, EntryId entryId, String reason) implements EntryCommand {}
}
