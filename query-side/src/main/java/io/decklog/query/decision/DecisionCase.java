package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.timeline.EntryType;
import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision as an example to learn from: what was asked, between which options, on what evidence, what was chosen, and
 * what came of it. docs/decision-data-set.md tells it field by field.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionCase(
        DecisionId decisionId,
        IncidentId incidentId,
        IncidentNumber number,
        IncidentKind kind,
        @Nullable Severity severity,
        List<String> services,
        String question,
        List<CaseOption> options,
        List<CaseEvidence> evidence,
        List<Objected> objections,
        @Nullable String chosen,
        @Nullable String rationale,
        @Nullable String expectedOutcome,
        @Nullable String decidedBy,
        List<String> participants,
        @Nullable Instant decidedAt,
        Instant recordedAt,
        boolean late,
        @Nullable Judged judgement,
        List<Decision.Mitigation> mitigations,
        @Nullable Superseded superseded,
        boolean struck) {

    /** @param chosen whether it is the one that was taken */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseOption(
            String name,
            @Nullable String benefit,
            @Nullable String risk,
            @Nullable Reversibility reversibility,
            boolean chosen) {}

    /**
     * @param type of the entry that is cited; like the rest absent for an address
     * @param text what the entry said when it was decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseEvidence(
            String reference,
            @Nullable EntryType type,
            @Nullable String text,
            @Nullable Instant occurredAt,
            @Nullable Instant recordedAt) {}

    /** @param by who objected */
    record Objected(String by, String text, Instant raisedAt) {}

    /** The judgement that counts. */
    record Judged(Soundness soundness, Outcome outcome, String reasoning, String by, Instant judgedAt) {}

    /** @param by the newer decision */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Superseded(
            DecisionId by, @Nullable Instant at, @Nullable String reason) {}

    /** @param entries finds the entries of the decision's incident that it cites */
    static DecisionCase of(Decision decision, Function<UUID, Optional<TimelineEntry>> entries) {
        return new DecisionCase(
                decision.decisionId(),
                decision.incidentId(),
                decision.number(),
                decision.kind(),
                decision.severity(),
                decision.services(),
                decision.question(),
                decision.options().stream()
                        .map(option -> option(option, decision.chosen()))
                        .toList(),
                decision.evidence().stream()
                        .map(cited -> evidence(cited, decision.recordedAt(), entries))
                        .toList(),
                decision.objections().stream()
                        .filter(objection -> !objection.struck())
                        .map(objection -> new Objected(objection.by(), objection.text(), objection.raisedAt()))
                        .toList(),
                decision.chosen(),
                decision.rationale(),
                decision.expectedOutcome(),
                decision.decidedBy(),
                decision.participants(),
                decision.decidedAt(),
                decision.recordedAt(),
                decision.late(),
                judged(decision),
                decision.mitigations().stream().filter(done -> !done.struck()).toList(),
                decision.supersededBy() == null
                        ? null
                        : new Superseded(decision.supersededBy(), decision.supersededAt(), decision.supersededReason()),
                decision.struck());
    }

    private static CaseOption option(Option option, @Nullable String chosen) {
        return new CaseOption(
                option.name(),
                option.benefit(),
                option.risk(),
                option.reversibility(),
                option.name().equals(chosen));
    }

    private static CaseEvidence evidence(
            Evidence cited, Instant then, Function<UUID, Optional<TimelineEntry>> entries) {
        return cited.entry()
                .map(EntryId::value)
                .flatMap(entries)
                .map(entry -> new CaseEvidence(
                        cited.reference(), entry.type(), entry.textAt(then), entry.occurredAt(), entry.recordedAt()))
                .orElseGet(() -> new CaseEvidence(cited.reference(), null, null, null, null));
    }

    private static @Nullable Judged judged(Decision decision) {
        return Judgements.counting(decision.judgements())
                .map(said -> new Judged(
                        said.soundness(),
                        said.outcome(),
                        Objects.requireNonNullElse(said.correctedText(), said.reasoning()),
                        said.by(),
                        said.judgedAt()))
                .orElse(null);
    }
}
