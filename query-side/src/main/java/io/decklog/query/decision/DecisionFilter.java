package io.decklog.query.decision;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Cursor;
import io.decklog.query.projection.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are asked for. What is null filters nothing; everything else holds at once.
 *
 * @param state null for all
 * @param from decided at or after
 * @param to decided at or before
 * @param q words of question, rationale and options
 */
record DecisionFilter(
        @Nullable DecisionState state,
        @Nullable String decidedBy,
        @Nullable String service,
        @Nullable Severity severity,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Permanence permanence,
        @Nullable Soundness soundness,
        @Nullable Outcome outcome,
        @Nullable Boolean superseded,
        @Nullable Boolean withoutEvidence,
        @Nullable Boolean withoutAlternatives,
        @Nullable Boolean late,
        @Nullable String q,
        @Nullable IncidentId incident,
        @Nullable String cursor,
        int limit) {

    private static final String ORDER = "decided";

    Conditions conditions() {
        var conditions = new Conditions()
                .and("state = :state", "state", name(state))
                .and("decided_by = :decided_by", "decided_by", decidedBy)
                .and("services @> ARRAY[CAST(:service AS text)]", "service", service)
                .and("severity = :severity", "severity", name(severity))
                .and("decided_at >= :from", "from", Table.time(from))
                .and("decided_at <= :to", "to", Table.time(to))
                .and("permanence = :permanence", "permanence", name(permanence))
                .and("soundness = :soundness", "soundness", name(soundness))
                .and("outcome = :outcome", "outcome", name(outcome))
                .andEither(superseded, "superseded", "NOT superseded")
                .andEither(withoutEvidence, "evidence_count = 0", "evidence_count > 0")
                .andEither(withoutAlternatives, "option_count < 2", "option_count > 1")
                .andEither(late, "late", "NOT late")
                .and("search @@ websearch_to_tsquery('english', :q)", "q", q)
                .and("incident_id = :incident", "incident", incident == null ? null : incident.value());
        return cursor == null ? conditions : after(Cursor.parse(cursor, ORDER, 3), conditions);
    }

    private static Conditions after(Cursor last, Conditions conditions) {
        return conditions
                .and(
                        "(decided_at, id, incident_id) < (:place, :place_id, :place_incident)",
                        "place",
                        Table.time(last.instant(0)))
                .and("true", "place_id", last.uuid(1))
                .and("true", "place_incident", last.uuid(2));
    }

    static Cursor place(DecisionRow.Recorded row) {
        var decision = Decision.of(row);
        return Cursor.of(
                ORDER,
                Objects.requireNonNullElse(decision.decidedAt(), decision.openedAt()),
                decision.decisionId(),
                decision.incidentId());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
