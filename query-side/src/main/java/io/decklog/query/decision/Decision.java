package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision, as an auditor reads it.
 *
 * @param state raised, or decided
 * @param decidedAt when it was decided in the world
 * @param recordedAt when this log took the decision in; the question, as long as it is not decided
 * @param overdue whether it was taken later than it was needed, or the log says that it was not taken by then
 * @param severity of the incident as it stood when decided
 * @param services of the incident as they stood when decided
 * @param permanence of the mitigation that carries it out; a stopgap among several makes it a stopgap
 * @param soundness how a review judged it on what was known
 * @param outcome how it turned out
 * @param judgements all of them, the oldest first; the last one that is not struck counts
 * @param late whether it was recorded noticeably later than it was taken
 * @param struck whether its entry is struck through
 * @param correctedText what its entry says since it was corrected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        DecisionId decisionId,
        IncidentId incidentId,
        IncidentNumber number,
        DecisionState state,
        String question,
        @Nullable String chosen,
        List<Option> options,
        @Nullable String rationale,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Instant recordedAt,
        @Nullable Instant originallyRecordedAt,
        List<Evidence> evidence,
        List<String> participants,
        @Nullable String expectedOutcome,
        Instant openedAt,
        @Nullable Instant neededBy,
        boolean overdue,
        List<DecisionRow.Objection> objections,
        @Nullable Severity severity,
        List<String> services,
        @Nullable Permanence permanence,
        List<MitigationId> mitigations,
        boolean superseded,
        @Nullable DecisionId supersededBy,
        @Nullable String supersededReason,
        List<DecisionId> supersedes,
        @Nullable Soundness soundness,
        @Nullable Outcome outcome,
        List<DecisionRow.Judgement> judgements,
        boolean late,
        @Nullable String lateReason,
        boolean struck,
        @Nullable String correctedText,
        @Nullable UUID entryId,
        @Nullable String by,
        @Nullable String onBehalfOf) {

    /** The decision a row tells of. */
    public static Decision of(DecisionRow.Recorded row) {
        return new DecisionView(row).decision();
    }

    static @Nullable Permanence permanence(DecisionRow.Recorded row) {
        return row.aftermath().mitigations().stream()
                .map(DecisionRow.CarriedOutBy::permanence)
                .min(Enum::compareTo)
                .orElse(null);
    }

    static List<String> participants(@Nullable Choice choice) {
        return choice == null ? List.of() : choice.participants();
    }
}
