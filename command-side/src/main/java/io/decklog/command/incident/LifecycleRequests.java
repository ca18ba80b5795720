package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.LifecycleCommand.CancelIncident;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ReopenIncident;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.LifecycleCommand.RetitleIncident;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import io.decklog.api.incident.Stamp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on where an incident stands. */
final class LifecycleRequests {

    private LifecycleRequests() {}

    /** An incident's id in another system. */
    record SourceBody(
            @NotNull @Words(max = Words.NAME) String system,
            @NotNull @Words(max = Words.NAME) String id) {}

    /** {@code POST /incidents} */
    record DeclarationBody(
            @NotNull @Words(max = Words.NAME) String title,
            @NotNull Severity severity,
            @NotNull @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> services,
            @Nullable @Words String summary,
            @Nullable IncidentKind kind,
            @Nullable @Happened Instant startedAt,
            @Nullable @Happened Instant detectedAt,
            @Nullable @Valid SourceBody source,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public DeclareIncident toCommand(IncidentId incident, Stamp stamp) {
            return new DeclareIncident(
                    incident,
                    stamp,
                    null,
                    title,
                    severity,
                    kind == null ? IncidentKind.LIVE : kind,
                    services,
                    summary,
                    startedAt,
                    detectedAt,
                    source == null ? null : new SourceReference(source.system(), source.id()),
                    null);
        }
    }

    /** {@code /severity} */
    record SeverityBody(
            @NotNull Severity severity,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ChangeSeverity(incident, stamp, severity, reason);
        }
    }

    /** {@code /mitigated}; the body may be missing */
    record MitigatedBody(
            @Nullable @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        static final MitigatedBody EMPTY = new MitigatedBody(null, null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new MarkMitigated(incident, stamp, summary);
        }
    }

    /** {@code /resolve} */
    record ResolutionBody(
            @NotNull @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ResolveIncident(incident, stamp, summary);
        }
    }

    /** A resolution in an import: nobody may have written down how it was resolved. */
    record PastResolutionBody(
            @Nullable @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ResolveIncident(incident, stamp, summary);
        }
    }

    /** {@code /reopen} */
    record ReopeningBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ReopenIncident(incident, stamp, reason);
        }
    }

    /** {@code /close}; the body may be missing */
    record ClosureBody(
            @Nullable @Words String summary,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        static final ClosureBody EMPTY = new ClosureBody(null, null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new CloseIncident(incident, stamp, summary);
        }
    }

    /** {@code /cancel} */
    record CancellationBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new CancelIncident(incident, stamp, reason);
        }
    }

    /** {@code /title} */
    record TitleBody(
            @NotNull @Words(max = Words.NAME) String title,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new RetitleIncident(incident, stamp, title);
        }
    }
}
