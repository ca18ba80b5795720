package io.decklog.query.decision;

import io.decklog.query.projection.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How decisions are kept. */
final class DecisionTables {

    static final Table<DecisionRow.Recorded> DECISIONS = new Table<>(
            DecisionRow.DECISION,
            DecisionRow.Recorded.class,
            Map.of("search", DecisionText.searched(":")),
            DecisionTables::columns);

    static final Table<DecisionRow.Context> CONTEXTS = new Table<>(DecisionRow.CONTEXT, DecisionRow.Context.class);

    static final Table<DecisionRow.Mention> MENTIONS = new Table<>(DecisionRow.MENTION, DecisionRow.Mention.class);

    static final List<Table<? extends DecisionRow>> ALL = List.of(DECISIONS, CONTEXTS, MENTIONS);

    private DecisionTables() {}

    /** What lists filter and order by. */
    static Map<String, @Nullable Object> columns(DecisionRow.Recorded row) {
        var decision = Decision.of(row);
        var columns = new HashMap<String, @Nullable Object>(new DecisionText(decision).parts());
        columns.put("number", decision.number().value());
        columns.put("kind", decision.kind().name());
        columns.put("state", decision.state().name());
        columns.put("decided_at", Table.time(decision.at()));
        columns.put("recorded_at", Table.time(decision.recordedAt()));
        columns.put("decided_by", decision.decidedBy());
        columns.put("severity", name(decision.severity()));
        columns.put("services", decision.services().toArray(String[]::new));
        columns.put("permanence", name(decision.permanence()));
        columns.put("reversibility", name(decision.reversibility()));
        columns.put("soundness", name(decision.soundness()));
        columns.put("outcome", name(decision.outcome()));
        columns.put("superseded", decision.superseded());
        columns.put("superseded_after", seconds(decision.decidedAt(), decision.supersededAt()));
        columns.put("over_objection", decision.overObjection());
        columns.put("late", decision.late());
        columns.put("struck", decision.struck());
        columns.put("evidence_count", decision.evidence().size());
        columns.put("option_count", decision.options().size());
        columns.put(
                "mitigations",
                decision.mitigationKinds().stream().map(Enum::name).toArray(String[]::new));
        return columns;
    }

    private static @Nullable Long seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toSeconds();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
