package io.decklog.command.incident;

import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand.ChooseOption;
import io.decklog.api.incident.DecisionCommand.ProposeOption;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionCommand.RaiseObjection;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.DecisionCommand.SupersedeDecision;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Stamp;
import io.decklog.wiring.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on decisions. */
final class DecisionRequests {

    private DecisionRequests() {}

    /** One option of a decision in one call. */
    record OptionBody(
            @NotNull @Words(max = Words.NAME) String name,
            @Nullable @Words String benefit,
            @Nullable @Words String risk,
            @Nullable Reversibility reversibility) {

        Option toOption() {
            return new Option(name, benefit, risk, reversibility);
        }
    }

    /** {@code /decisions}: taken in one call if it names a choice, else raised. */
    record DecisionBody(
            @NotNull @Words String question,
            @Nullable @Size(max = 20) List<@NotNull @Valid OptionBody> options,
            @Nullable @Words(max = Words.NAME) String chosen,
            @Nullable @Words String rationale,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable @Words(max = Words.NAME) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> participants,
            @Nullable @Words String expectedOutcome,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant neededBy,

            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            var decision = new DecisionId(stamp.id());
            var named = EntryRequest.orNone(options).stream()
                    .map(OptionBody::toOption)
                    .toList();
            if (chosen == null) {
                refuseUnlessChosen("rationale", rationale);
                refuseUnlessChosen("decidedBy", decidedBy);
                refuseUnlessChosen("participants", participants);
                refuseUnlessChosen("expectedOutcome", expectedOutcome);
                return new RaiseDecision(
                        incident, stamp, decision, question, named, EntryRequest.orNone(evidence), neededBy);
            }
            if (rationale == null) {
                throw ProblemException.invalid("rationale", "is required where an option is chosen");
            }
            var choice = choice(chosen, rationale, evidence, decidedBy, participants, expectedOutcome, stamp);
            return new RecordDecision(incident, stamp, decision, question, named, choice, neededBy);
        }

        private static void refuseUnlessChosen(String field, @Nullable Object value) {
            if (value != null) {
                throw ProblemException.invalid(field, "belongs to a decision that names its chosen option");
            }
        }
    }

    /** {@code /options} */
    record ProposalBody(
            @NotNull @Words(max = Words.NAME) String name,
            @Nullable @Words String benefit,
            @Nullable @Words String risk,
            @Nullable Reversibility reversibility,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<DecisionId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, DecisionId decision, Stamp stamp) {
            return new ProposeOption(incident, stamp, decision, new Option(name, benefit, risk, reversibility));
        }
    }

    /** {@code /objections} */
    record ObjectionBody(
            @NotNull @Words(max = Words.NAME) String by,
            @NotNull @Words String text,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<DecisionId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, DecisionId decision, Stamp stamp) {
            return new RaiseObjection(incident, stamp, decision, by, text);
        }
    }

    /** {@code /choice} */
    record ChoiceBody(
            @NotNull @Words(max = Words.NAME) String chosen,
            @NotNull @Words String rationale,
            @Nullable @Size(max = 50) List<@NotNull Evidence> evidence,
            @Nullable @Words(max = Words.NAME) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> participants,
            @Nullable @Words String expectedOutcome,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<DecisionId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, DecisionId decision, Stamp stamp) {
            return new ChooseOption(
                    incident,
                    stamp,
                    decision,
                    choice(chosen, rationale, evidence, decidedBy, participants, expectedOutcome, stamp));
        }
    }

    /** {@code /supersede} */
    record SupersessionBody(
            @NotNull DecisionId by,
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<DecisionId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, DecisionId decision, Stamp stamp) {
            return new SupersedeDecision(incident, stamp, decision, by, reason);
        }
    }

    /** Who decided is the person behind the entry unless somebody else is named. */
    private static Choice choice(
            String chosen,
            String rationale,
            @Nullable List<Evidence> evidence,
            @Nullable String decidedBy,
            @Nullable List<String> participants,
            @Nullable String expectedOutcome,
            Stamp stamp) {
        return new Choice(
                chosen,
                rationale,
                EntryRequest.orNone(evidence),
                decidedBy == null ? stamp.attribution().person() : decidedBy,
                EntryRequest.orNone(participants),
                expectedOutcome);
    }
}
