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
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One decision, as an auditor reads it.
 *
 * @param kind of the incident
 * @param state raised, or decided
 * @param decidedAt when it was decided in the world
 * @param recordedAt when this log took the decision in; the question, as long as it is not decided
 * @param overdue whether it was taken later than it was needed, or the log says that it was not taken by then
 * @param reversibility of the option that was chosen, as far as it was told
 * @param overObjection whether somebody had objected before it was decided, and the objection is not struck
 * @param severity of the incident as it stood when decided
 * @param services of the incident as they stood when decided
 * @param permanence of the mitigation that carries it out; a stopgap among several makes it a stopgap, one that is struck does not count
 * @param mitigations those that carry it out, and what came of them
 * @param supersededAt when it was superseded in the world
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
        IncidentKind kind,
        DecisionState state,
        String question,
        @Nullable String chosen,
        List<Option> options,
        @Nullable Reversibility reversibility,
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
        boolean overObjection,
        @Nullable Severity severity,
        List<String> services,
        @Nullable Permanence permanence,
        List<Mitigation> mitigations,
        boolean superseded,
        @Nullable DecisionId supersededBy,
        @Nullable String supersededReason,
        @Nullable Instant supersededAt,
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

    /**
     * A mitigation that carries the decision out.
     *
     * @param effect whether it helped; the last assessment that is not struck counts
     * @param rolledBackAt when it was taken back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mitigation(
            MitigationId mitigationId,
            MitigationKind kind,
            Permanence permanence,
            String description,
            Instant appliedAt,
            @Nullable MitigationEffect effect,
            @Nullable Instant rolledBackAt,
            boolean struck) {

        static Mitigation of(DecisionRow.CarriedOutBy done) {
            return new Mitigation(
                    done.mitigationId(),
                    done.kind(),
                    done.permanence(),
                    done.description(),
                    done.appliedAt(),
                    done.effect(),
                    done.rolledBack() == null ? null : done.rolledBack().at(),
                    done.struck());
        }
    }

    /** When it took its place in time: when it was decided, or put on the table as long as it is not. */
    Instant at() {
        return Objects.requireNonNullElse(decidedAt, openedAt);
    }

    /** The kinds of what was done to carry it out. */
    Set<MitigationKind> mitigationKinds() {
        return mitigations.stream()
                .filter(done -> !done.struck())
                .map(Mitigation::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MitigationKind.class)));
    }

    static List<String> participants(@Nullable Choice choice) {
        return choice == null ? List.of() : choice.participants();
    }
}
