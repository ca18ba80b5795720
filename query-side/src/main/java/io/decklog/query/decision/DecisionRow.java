package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the decision audit keeps. */
public sealed interface DecisionRow extends Row {

    String DECISION = "decision";
    String CONTEXT = "decision_context";
    String MENTION = "decision_mention";

    IncidentId incidentId();

    /**
     * A decision, from the moment it is raised.
     *
     * @param matter what is to be decided
     * @param taken how it was decided; null as long as it is not
     * @param aftermath what was said about it and came of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(
            IncidentId incidentId,
            long sequence,
            Matter matter,
            @Nullable Taken taken,
            Aftermath aftermath) implements DecisionRow {

        @Override
        public RowKey key() {
            return new RowKey(DECISION, incidentId, matter.decisionId().value());
        }

        Recorded with(Matter matter, long sequence) {
            return new Recorded(incidentId, sequence, matter, taken, aftermath);
        }

        Recorded with(@Nullable Taken taken, long sequence) {
            return new Recorded(incidentId, sequence, matter, taken, aftermath);
        }

        Recorded with(Aftermath aftermath, long sequence) {
            return new Recorded(incidentId, sequence, matter, taken, aftermath);
        }
    }

    /**
     * @param kind of the incident
     * @param evidence what was cited, when it was raised and when it was decided
     * @param struck whether the entry that raised it is struck through
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Matter(
            DecisionId decisionId,
            IncidentNumber number,
            IncidentKind kind,
            String question,
            List<Option> options,
            List<Evidence> evidence,
            @Nullable Instant neededBy,
            Instant openedAt,
            Instant recordedAt,
            boolean struck) {

        Matter struckThrough() {
            return new Matter(
                    decisionId, number, kind, question, options, evidence, neededBy, openedAt, recordedAt, true);
        }
    }

    /**
     * @param entryId of the entry that recorded the decision
     * @param severity of the incident as it stood then
     * @param services of the incident as they stood then
     * @param correctedText what the entry says since it was corrected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            UUID entryId,
            String by,
            @Nullable String onBehalfOf,
            Choice choice,
            Instant decidedAt,
            Instant recordedAt,
            @Nullable Instant originallyRecordedAt,
            boolean late,
            @Nullable String lateReason,
            Severity severity,
            List<String> services,
            boolean struck,
            @Nullable String correctedText) {

        Taken struckThrough() {
            return with(choice, lateReason, true, correctedText);
        }

        Taken corrected(String text) {
            return with(choice, lateReason, struck, text);
        }

        Taken with(
                Choice newChoice, @Nullable String newLateReason, boolean isStruck, @Nullable String newCorrectedText) {
            return new Taken(
                    entryId,
                    by,
                    onBehalfOf,
                    newChoice,
                    decidedAt,
                    recordedAt,
                    originallyRecordedAt,
                    late,
                    newLateReason,
                    severity,
                    services,
                    isStruck,
                    newCorrectedText);
        }
    }

    /**
     * @param mitigations those that carry it out
     * @param overdue the entry that says it was not taken in time
     * @param judgements what reviews made of it, the oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Aftermath(
            List<Objection> objections,
            List<CarriedOutBy> mitigations,
            @Nullable Supersession superseded,
            List<DecisionId> supersedes,
            @Nullable UUID overdue,
            List<Judgement> judgements) {

        static final Aftermath NONE = new Aftermath(List.of(), List.of(), null, List.of(), null, List.of());
    }

    /**
     * What a review makes of a decision.
     *
     * @param soundness whether it was good on what was known
     * @param outcome how it turned out
     * @param by who judged
     * @param struck whether it is struck through; it does not count then
     * @param correctedText what its entry says since it was corrected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judgement(
            UUID entryId,
            Soundness soundness,
            Outcome outcome,
            String reasoning,
            String by,
            Instant judgedAt,
            boolean struck,
            @Nullable String correctedText) {}

    /**
     * An objection.
     *
     * @param by who objects
     * @param struck whether it is struck through
     */
    record Objection(UUID entryId, String by, String text, Instant raisedAt, boolean struck) {}

    /**
     * A mitigation that carries the decision out.
     *
     * @param kind what it does to the system
     * @param appliedAt when it was done in the world
     * @param assessments whether it helped, the oldest first
     * @param rolledBack how it was taken back
     * @param struck whether the entry that applied it is struck through; it says nothing of the decision then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CarriedOutBy(
            MitigationId mitigationId,
            MitigationKind kind,
            Permanence permanence,
            String description,
            Instant appliedAt,
            List<Assessed> assessments,
            @Nullable RolledBack rolledBack,
            boolean struck) {

        /** The last assessment that is not struck counts. */
        @Nullable
        MitigationEffect effect() {
            return assessments.stream()
                    .filter(assessed -> !assessed.struck())
                    .reduce((_, later) -> later)
                    .map(Assessed::effect)
                    .orElse(null);
        }
    }

    /** @param at when that was seen */
    record Assessed(UUID entryId, MitigationEffect effect, Instant at, boolean struck) {}

    record RolledBack(UUID entryId, Instant at) {}

    /** @param by the newer decision */
    record Supersession(UUID entryId, DecisionId by, String reason, Instant at) {}

    /** The incident as it stands, for the next decision. */
    record Context(
            IncidentId incidentId,
            long sequence,
            IncidentNumber number,
            IncidentKind kind,
            Severity severity,
            List<String> services)
            implements DecisionRow {

        @Override
        public RowKey key() {
            return new RowKey(CONTEXT, incidentId, incidentId.value());
        }
    }

    /** Which decision an entry is about, where the entry has an id of its own. */
    record Mention(IncidentId incidentId, long sequence, UUID entryId, DecisionId decisionId) implements DecisionRow {

        @Override
        public RowKey key() {
            return new RowKey(MENTION, incidentId, entryId);
        }
    }
}
