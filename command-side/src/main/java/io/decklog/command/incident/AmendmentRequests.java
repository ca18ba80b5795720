package io.decklog.command.incident;

import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.PinEntry;
import io.decklog.api.incident.EntryCommand.RedactEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on entries that are in the log. */
final class AmendmentRequests {

    private AmendmentRequests() {}

    /** {@code /correction} */
    record CorrectionBody(
            @NotNull @Words String text,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<EntryId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, EntryId entry, Stamp stamp) {
            return new CorrectEntry(incident, stamp, entry, text, reason);
        }
    }

    /** {@code /strike} */
    record StrikeBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<EntryId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, EntryId entry, Stamp stamp) {
            return new StrikeEntry(incident, stamp, entry, reason);
        }
    }

    /** {@code /redaction} */
    record RedactionBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<EntryId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, EntryId entry, Stamp stamp) {
            return new RedactEntry(incident, stamp, entry, reason);
        }
    }

    /** {@code /pin}; the body may be missing */
    record PinBody(
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<EntryId> {

        static final PinBody EMPTY = new PinBody(null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, EntryId entry, Stamp stamp) {
            return new PinEntry(incident, stamp, entry);
        }
    }
}
