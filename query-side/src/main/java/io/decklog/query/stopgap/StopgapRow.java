package io.decklog.query.stopgap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the stopgap ledger keeps. */
public sealed interface StopgapRow extends Row {

    String STOPGAP = "stopgap";
    String CONTEXT = "stopgap_incident";

    IncidentId incidentId();

    /**
     * A stopgap and the debt it left.
     *
     * @param applied what was done
     * @param debt what is owed for it
     */
    record Recorded(IncidentId incidentId, long sequence, Applied applied, Debt debt) implements StopgapRow {

        @Override
        public RowKey key() {
            return new RowKey(STOPGAP, incidentId, applied.mitigationId().value());
        }
    }

    /** @param appliedAt when it was done in the world */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Applied(
            MitigationId mitigationId,
            IncidentNumber number,
            String description,
            MitigationKind kind,
            String by,
            Instant appliedAt,
            Instant recordedAt,
            @Nullable DecisionId decisionId,
            @Nullable String risk,
            @Nullable String exitCondition) {}

    /**
     * @param plan how it is to be paid off; the latest plan counts
     * @param effect whether the stopgap helped, as last assessed
     * @param struck whether the entry that applied it is struck through
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Debt(
            @Nullable Plan plan,
            @Nullable Settled paid,
            @Nullable Settled rolledBack,
            @Nullable MitigationEffect effect,
            boolean struck) {

        static final Debt NEW = new Debt(null, null, null, null, false);

        Debt planned(Plan plan) {
            return new Debt(plan, paid, rolledBack, effect, struck);
        }

        Debt paid(Settled settled) {
            return new Debt(plan, settled, rolledBack, effect, struck);
        }

        Debt rolledBack(Settled settled) {
            return new Debt(plan, paid, settled, effect, struck);
        }

        Debt assessed(MitigationEffect effect) {
            return new Debt(plan, paid, rolledBack, effect, struck);
        }

        Debt struckThrough() {
            return new Debt(plan, paid, rolledBack, effect, true);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plan(
            String owner,
            Instant dueAt,
            String description,
            @Nullable String ticket,
            @Nullable String exitCondition) {}

    /** @param note the note of a completion, the reason of a rollback */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settled(Instant at, @Nullable String note) {}

    /** The number of an incident, for the stopgaps it will take. */
    record Context(IncidentId incidentId, long sequence, IncidentNumber number) implements StopgapRow {

        @Override
        public RowKey key() {
            return new RowKey(CONTEXT, incidentId, incidentId.value());
        }
    }
}
