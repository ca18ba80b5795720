package io.decklog.query.decision;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.query.projection.Table;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are asked for, in the words of the request. What is not given filters nothing; everything else holds at
 * once.
 */
record DecisionFilter(
        @Parameter(description = "RECORDED (default), RAISED or ALL") @Nullable
        String state,

        @Nullable String decidedBy,

        @Parameter(description = "one of the services of the incident when it was decided") @Nullable
        String service,

        @Parameter(description = "of the incident when it was decided: SEV1 to SEV5") @Nullable
        String severity,

        @Parameter(description = "of the incident: LIVE or DRILL") @Nullable
        String kind,

        @Parameter(description = "decided at or after") @Nullable
        String from,

        @Parameter(description = "decided at or before") @Nullable
        String to,

        @Parameter(description = "of what carries it out: STOPGAP or PERMANENT") @Nullable
        String permanence,

        @Parameter(description = "of the chosen option: REVERSIBLE, COSTLY or IRREVERSIBLE") @Nullable
        String reversibility,

        @Parameter(description = "SOUND, UNSOUND or UNDETERMINED") @Nullable
        String soundness,

        @Parameter(description = "RIGHT, WRONG, MIXED or UNKNOWN") @Nullable
        String outcome,

        @Parameter(description = "whether a review has judged it") @Nullable
        String reviewed,

        @Nullable String superseded,

        @Parameter(description = "superseded within this time of being decided, PT1H") @Nullable
        String supersededWithin,

        @Nullable String withoutEvidence,

        @Parameter(description = "with one option only") @Nullable
        String withoutAlternatives,

        @Parameter(description = "whether somebody had objected before it was decided") @Nullable
        String overObjection,

        @Parameter(description = "recorded noticeably later than it was decided") @Nullable
        String late,

        @Parameter(description = "struck through; without it, struck ones are among the others") @Nullable
        String struck,

        @Parameter(
                description = "words of the question, the options, the rationale, the expected outcome, the "
                        + "objections and the correction; \"a phrase\", or, -without")
        @Nullable
        String q,

        @Parameter(description = "one of the names under /decisions/questions") @Nullable
        String question,

        @Parameter(description = "UUID or INC-n") @Nullable String incident,

        @Parameter(description = "a moment of record time: the decisions of one incident as a reader saw them then")
        @Nullable
        String asOf) {

    static final String WITHOUT_EVIDENCE = "evidence_count = 0";
    static final String WITHOUT_ALTERNATIVES = "option_count < 2";
    static final String NOT_REVIEWED = "soundness IS NULL";

    private static final String ALL = "ALL";

    /**
     * All but {@code incident} and {@code asOf}: those say where to look.
     *
     * @throws ProblemException 400 for a value that cannot be read
     */
    Conditions conditions() {
        var conditions = new Conditions()
                .and("state = :state", "state", wantedState())
                .and("decided_by = :decided_by", "decided_by", decidedBy)
                .and("services @> ARRAY[CAST(:service AS text)]", "service", service)
                .and("severity = :severity", "severity", name(Severity.class, "severity", severity))
                .and("kind = :kind", "kind", name(IncidentKind.class, "kind", kind))
                .and("decided_at >= :from", "from", Table.time(Moments.parse("from", from)))
                .and("decided_at <= :to", "to", Table.time(Moments.parse("to", to)))
                .and("permanence = :permanence", "permanence", name(Permanence.class, "permanence", permanence));
        judged(conditions);
        grounds(conditions);
        Optional.ofNullable(question)
                .map(DecisionQuestion::named)
                .ifPresent(asked -> conditions.and(asked.condition()));
        return conditions.and("search @@ websearch_to_tsquery('english', :q)", "q", q);
    }

    private void judged(Conditions conditions) {
        conditions
                .and("soundness = :soundness", "soundness", name(Soundness.class, "soundness", soundness))
                .and("outcome = :outcome", "outcome", name(Outcome.class, "outcome", outcome))
                .andEither(Paging.flag("reviewed", reviewed), "soundness IS NOT NULL", NOT_REVIEWED)
                .andEither(Paging.flag("superseded", superseded), "superseded", "NOT superseded")
                .and("superseded AND superseded_after BETWEEN 0 AND :within", "within", within());
    }

    private void grounds(Conditions conditions) {
        conditions
                .and(
                        "reversibility = :reversibility",
                        "reversibility",
                        name(Reversibility.class, "reversibility", reversibility))
                .andEither(Paging.flag("withoutEvidence", withoutEvidence), WITHOUT_EVIDENCE, "evidence_count > 0")
                .andEither(
                        Paging.flag("withoutAlternatives", withoutAlternatives),
                        WITHOUT_ALTERNATIVES,
                        "option_count > 1")
                .andEither(Paging.flag("overObjection", overObjection), "over_objection", "NOT over_objection")
                .andEither(Paging.flag("late", late), "late", "NOT late")
                .andEither(Paging.flag("struck", struck), "struck", "NOT struck");
    }

    private @Nullable String wantedState() {
        if (state == null) {
            return DecisionState.RECORDED.name();
        }
        return ALL.equalsIgnoreCase(state) ? null : name(DecisionState.class, "state", state);
    }

    private @Nullable Long within() {
        try {
            return supersededWithin == null
                    ? null
                    : Duration.parse(supersededWithin).toSeconds();
        } catch (DateTimeParseException notATime) {
            throw ProblemException.unreadable("supersededWithin", "must be a duration as ISO 8601 writes it, PT1H");
        }
    }

    private static <E extends Enum<E>> @Nullable String name(Class<E> type, String parameter, @Nullable String text) {
        var value = Paging.oneOf(type, parameter, text);
        return value == null ? null : value.name();
    }
}
