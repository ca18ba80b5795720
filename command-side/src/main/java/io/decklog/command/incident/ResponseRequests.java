package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.PublishStatusUpdate;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.ObservationSource;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Stamp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on what is seen, who does what and what is told to whom. */
final class ResponseRequests {

    private ResponseRequests() {}

    /** {@code /observations} */
    record ObservationBody(
            @NotNull @Words String text,
            @Nullable ObservationSource source,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new RecordObservation(incident, stamp, text, source, EntryRequest.orNone(evidence));
        }
    }

    /** {@code /roles} */
    record RoleBody(
            @NotNull Role role,
            @NotNull @Words(max = Words.NAME) String holder,
            @Nullable @Words String handover,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new AssignRole(incident, stamp, role, holder, handover);
        }
    }

    /** {@code /status-updates} */
    record StatusUpdateBody(
            @NotNull @Words(max = Words.NAME) String audience,
            @NotNull @Words String message,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant nextUpdateBy,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new PublishStatusUpdate(incident, stamp, audience, message, nextUpdateBy);
        }
    }
}
