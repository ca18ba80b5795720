package io.decklog.query.decision;

import io.decklog.api.evolution.EventJson;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Moments;
import io.decklog.query.projection.Replay;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for. */
@Component
class Selections {

    /** The rows an incident's decisions had at a moment, in the columns of the table. */
    private static final String AS_OF = """
            WITH decision AS (
                SELECT past.*, %s AS search
                FROM jsonb_to_recordset(CAST(:past AS jsonb)) AS past (
                    incident_id uuid, id uuid, view text, number bigint, kind text, state text, decided_at timestamptz,
                    recorded_at timestamptz, decided_by text, severity text, services text[], permanence text,
                    reversibility text, soundness text, outcome text, superseded boolean, superseded_after bigint,
                    over_objection boolean, late boolean, struck boolean, evidence_count integer, option_count integer,
                    mitigations text[], question text, names text, grounds text, said text))
            """.formatted(DecisionText.searched("past."));

    private final IncidentAddresses addresses;
    private final IncidentLog log;
    private final DecisionFold fold;

    Selections(IncidentAddresses addresses, IncidentLog log, DecisionFold fold) {
        this.addresses = addresses;
        this.log = log;
        this.fold = fold;
    }

    /**
     * @throws ProblemException 400 for a value that cannot be read, 422 for {@code asOf} without {@code incident}; with
     *     both, 404 {@code UNKNOWN_INCIDENT} or {@code NOT_YET_RECORDED}
     */
    Selection of(DecisionFilter filter) {
        var asOf = Moments.parse("asOf", filter.asOf());
        if (asOf != null) {
            return asOf(filter, asOf);
        }
        var conditions = filter.conditions();
        if (filter.incident() != null) {
            addresses
                    .find(filter.incident())
                    .ifPresentOrElse(
                            incident -> conditions.and("incident_id = :incident", "incident", incident.value()),
                            () -> conditions.and("false"));
        }
        return selection("", filter, conditions, Map.of(), null);
    }

    private Selection asOf(DecisionFilter filter, Instant asOf) {
        if (filter.incident() == null) {
            throw ProblemException.invalid(
                    "asOf", "goes with incident: the decisions of one incident can be read as of a moment");
        }
        var incident = addresses.resolve(filter.incident());
        var rows = Replay.of(fold, log.upTo(incident, asOf))
                .all(DecisionRow.Recorded.class)
                .map(Selections::columns)
                .toList();
        var past = Map.<String, Object>of("past", EventJson.mapper().writeValueAsString(rows));
        return selection(AS_OF, filter, filter.conditions(), past, asOf);
    }

    private static Map<String, @Nullable Object> columns(DecisionRow.Recorded row) {
        var columns = new HashMap<String, @Nullable Object>(DecisionTables.columns(row));
        columns.put("incident_id", row.incidentId().value());
        columns.put("id", row.matter().decisionId().value());
        columns.put("view", EventJson.mapper().writeValueAsString(row));
        columns.replaceAll((_, value) -> value instanceof String text ? text.replace('\0', ' ') : value);
        return columns;
    }

    private static Selection selection(
            String with,
            DecisionFilter filter,
            Conditions conditions,
            Map<String, Object> past,
            @Nullable Instant asOf) {
        var parameters = new HashMap<>(conditions.parameters());
        parameters.putAll(past);
        if (filter.q() != null) {
            parameters.put("q", filter.q().replace('\0', ' '));
        }
        return new Selection(with, conditions.where(), Map.copyOf(parameters), filter.q(), asOf);
    }
}
