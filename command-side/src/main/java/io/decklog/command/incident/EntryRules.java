package io.decklog.command.incident;

import io.decklog.api.incident.EntryCommand;
import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.PinEntry;
import io.decklog.api.incident.EntryCommand.RedactEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryEvent.EntryCorrected;
import io.decklog.api.incident.EntryEvent.EntryPinned;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** What is in the log can be amended at any time, also after the incident is over; it is never erased. */
final class EntryRules {

    private EntryRules() {}

    static List<IncidentEvent> decide(EntryCommand command, Stamp stamp, Declared incident) {
        var entry = known(command.entryId(), incident);
        return switch (command) {
            case CorrectEntry c -> {
                refuseStruck(entry);
                refuseRedacted(entry);
                yield List.of(new EntryCorrected(c.incidentId(), stamp, c.entryId(), c.text(), c.reason()));
            }
            case StrikeEntry c -> {
                refuseStruck(entry);
                yield List.of(new EntryStruck(c.incidentId(), stamp, c.entryId(), c.reason()));
            }
            case RedactEntry c -> {
                refuseRedacted(entry);
                yield List.of(new EntryRedacted(c.incidentId(), stamp, c.entryId(), c.reason()));
            }
            case PinEntry c -> {
                refuseStruck(entry);
                yield List.of(new EntryPinned(c.incidentId(), stamp, c.entryId()));
            }
        };
    }

    private static EntryState known(EntryId id, Declared incident) {
        var entry = incident.entries().find(id);
        if (entry == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_ENTRY, "there is no entry " + id);
        }
        return entry;
    }

    private static void refuseStruck(EntryState entry) {
        if (entry.struck()) {
            throw new IncidentRejected(RejectionCode.ENTRY_STRUCK, "the entry is struck");
        }
    }

    private static void refuseRedacted(EntryState entry) {
        if (entry.redacted()) {
            throw new IncidentRejected(RejectionCode.ENTRY_REDACTED, "the entry is redacted");
        }
    }
}
