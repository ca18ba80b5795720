package io.decklog.command.incident;

import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.InvestigationCommand.ConfirmHypothesis;
import io.decklog.api.incident.InvestigationCommand.ProposeHypothesis;
import io.decklog.api.incident.InvestigationCommand.RecordImpact;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.InvestigationCommand.RuleOutHypothesis;
import io.decklog.api.incident.ObservationSource;
import io.decklog.api.incident.Stamp;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on what is seen, what is made of it, and what users suffer. */
final class InvestigationRequests {

    private InvestigationRequests() {}

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

    /** {@code /hypotheses} */
    record HypothesisBody(
            @NotNull @Words String text,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new ProposeHypothesis(
                    incident, stamp, new HypothesisId(stamp.id()), text, EntryRequest.orNone(evidence));
        }
    }

    /** {@code /confirm} */
    record ConfirmationBody(
            @NotNull @Words String reason,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<HypothesisId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, HypothesisId hypothesis, Stamp stamp) {
            return new ConfirmHypothesis(incident, stamp, hypothesis, reason, EntryRequest.orNone(evidence));
        }
    }

    /** {@code /rule-out} */
    record RulingOutBody(
            @NotNull @Words String reason,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<HypothesisId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, HypothesisId hypothesis, Stamp stamp) {
            return new RuleOutHypothesis(incident, stamp, hypothesis, reason, EntryRequest.orNone(evidence));
        }
    }

    /** {@code /impacts} */
    record ImpactBody(
            @NotNull @Words(max = Words.NAME) String service,
            @NotNull @Words String description,
            @NotNull @Happened Instant from,
            @Nullable @Happened Instant to,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new RecordImpact(incident, stamp, service, description, from, to);
        }
    }
}
