package io.decklog.query.decision;

import io.decklog.api.incident.Option;
import io.decklog.query.projection.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How decisions are kept. */
final class DecisionTables {

    /** PostgreSQL takes a megabyte of words at most, and a decision can be longer. */
    private static final int MAX_SEARCHED = 200_000;

    static final Table<DecisionRow.Recorded> DECISIONS =
            new Table<>(DecisionRow.DECISION, DecisionRow.Recorded.class, """
            INSERT INTO decision (incident_id, id, sequence, view, number, state, decided_at, decided_by, severity,
                                  services, permanence, soundness, outcome, superseded, late, evidence_count, option_count, search)
            VALUES (:incident_id, :id, :sequence, :view, :number, :state, :decided_at, :decided_by, :severity,
                    :services, :permanence, :soundness, :outcome, :superseded, :late, :evidence_count, :option_count,
                    to_tsvector('english', :words))
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view, number = excluded.number, state = excluded.state,
                decided_at = excluded.decided_at, decided_by = excluded.decided_by, severity = excluded.severity,
                services = excluded.services, permanence = excluded.permanence, soundness = excluded.soundness,
                outcome = excluded.outcome, superseded = excluded.superseded, late = excluded.late, evidence_count = excluded.evidence_count,
                option_count = excluded.option_count, search = excluded.search
            WHERE decision.sequence < excluded.sequence
            """, DecisionTables::columns);

    static final Table<DecisionRow.Context> CONTEXTS =
            new Table<>(DecisionRow.CONTEXT, DecisionRow.Context.class, """
            INSERT INTO decision_context (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO UPDATE
            SET sequence = excluded.sequence, view = excluded.view
            WHERE decision_context.sequence < excluded.sequence
            """, _ -> Map.of());

    static final Table<DecisionRow.Mention> MENTIONS =
            new Table<>(DecisionRow.MENTION, DecisionRow.Mention.class, """
            INSERT INTO decision_mention (incident_id, id, sequence, view)
            VALUES (:incident_id, :id, :sequence, :view)
            ON CONFLICT (incident_id, id) DO NOTHING
            """, _ -> Map.of());

    static final List<Table<? extends DecisionRow>> ALL = List.of(DECISIONS, CONTEXTS, MENTIONS);

    private DecisionTables() {}

    private static Map<String, @Nullable Object> columns(DecisionRow.Recorded row) {
        var decision = Decision.of(row);
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", decision.number().value());
        columns.put("state", decision.state().name());
        columns.put("decided_at", Table.time(Objects.requireNonNullElse(decision.decidedAt(), decision.openedAt())));
        columns.put("decided_by", decision.decidedBy());
        columns.put("severity", name(decision.severity()));
        columns.put("services", decision.services().toArray(String[]::new));
        columns.put("permanence", name(decision.permanence()));
        columns.put("soundness", name(decision.soundness()));
        columns.put("outcome", name(decision.outcome()));
        columns.put("superseded", decision.superseded());
        columns.put("late", decision.late());
        columns.put("evidence_count", decision.evidence().size());
        columns.put("option_count", decision.options().size());
        columns.put("words", words(decision));
        return columns;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String words(Decision decision) {
        var words = Stream.concat(
                        Stream.of(decision.question(), decision.rationale()),
                        decision.options().stream().flatMap(DecisionTables::wordsOf))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words.substring(0, Math.min(words.length(), MAX_SEARCHED));
    }

    private static Stream<@Nullable String> wordsOf(Option option) {
        return Stream.of(option.name(), option.benefit(), option.risk());
    }
}
