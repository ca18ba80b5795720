package io.decklog.command.incident;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.MitigationCommand.AssessMitigation;
import io.decklog.api.incident.MitigationCommand.CompletePermanentFix;
import io.decklog.api.incident.MitigationCommand.PlanPermanentFix;
import io.decklog.api.incident.MitigationCommand.RollBackMitigation;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Stamp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on mitigations and the debt they leave. */
final class MitigationRequests {

    private MitigationRequests() {}

    /** {@code /mitigations} */
    record MitigationBody(
            @NotNull @Words String description,
            @NotNull MitigationKind kind,
            @NotNull Permanence permanence,
            @Nullable DecisionId decisionId,
            @Nullable @Words String risk,
            @Nullable @Words String exitCondition,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ApplyMitigation(
                    incident,
                    stamp,
                    new MitigationId(stamp.id()),
                    description,
                    kind,
                    permanence,
                    decisionId,
                    risk,
                    exitCondition);
        }
    }

    /** {@code /assessment} */
    record AssessmentBody(
            @NotNull MitigationEffect effect,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<MitigationId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, MitigationId mitigation, Stamp stamp) {
            return new AssessMitigation(incident, stamp, mitigation, effect, EntryRequest.orNone(evidence));
        }
    }

    /** {@code /rollback} */
    record RollbackBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<MitigationId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, MitigationId mitigation, Stamp stamp) {
            return new RollBackMitigation(incident, stamp, mitigation, reason);
        }
    }

    /** {@code /permanent-fix} */
    record PermanentFixBody(
            @NotNull @Words(max = Words.NAME) String owner,

            @NotNull @Happened(hoursAhead = Happened.PLANNED)
            Instant dueAt,

            @NotNull @Words String description,
            @Nullable @Words(max = Words.NAME) String ticket,
            @Nullable @Words String exitCondition,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<MitigationId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, MitigationId mitigation, Stamp stamp) {
            return new PlanPermanentFix(incident, stamp, mitigation, owner, dueAt, description, ticket, exitCondition);
        }
    }

    /** {@code /permanent-fix/completion}; the body may be missing */
    record CompletionBody(
            @Nullable @Words String note,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<MitigationId> {

        static final CompletionBody EMPTY = new CompletionBody(null, null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, MitigationId mitigation, Stamp stamp) {
            return new CompletePermanentFix(incident, stamp, mitigation, note);
        }
    }
}
