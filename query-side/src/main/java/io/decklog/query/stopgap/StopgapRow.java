package io.decklog.query.stopgap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Stamp;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the stopgap ledger keeps. */
public sealed interface StopgapRow extends Row {

    String STOPGAP = "stopgap";
    String FORMER = "stopgap_former";
    String CONTEXT = "stopgap_incident";
    String CAUSE = "stopgap_cause";
    String MENTION = "stopgap_mention";

    /** What is shown where a text was redacted. */
    String REDACTED = "(redacted)";

    IncidentId incidentId();

    /**
     * A stopgap and the debt it left.
     *
     * @param applied what was done
     * @param debt what is owed for it
     * @param recordedFrom when the event was recorded since which it stands like this
     * @param formers under which ids it is kept as it stood before
     */
    record Recorded(
            IncidentId incidentId, long sequence, Applied applied, Debt debt, Instant recordedFrom, List<UUID> formers)
            implements StopgapRow {

        static Recorded of(IncidentId incident, long sequence, Applied applied) {
            return new Recorded(incident, sequence, applied, Debt.NEW, applied.recordedAt(), List.of());
        }

        /** The same stopgap with another debt since an event. */
        Recorded owing(Debt newDebt, Stamp since, long at) {
            var before = Stream.concat(formers.stream(), Stream.of(since.id())).toList();
            return newDebt.equals(debt)
                    ? new Recorded(incidentId, at, applied, debt, recordedFrom, formers)
                    : new Recorded(incidentId, at, applied, newDebt, since.recordedAt(), before);
        }

        /** Without what an entry said, from the first. */
        Recorded without(UUID entry, long at) {
            var own = applied.mitigationId().value().equals(entry);
            return new Recorded(
                    incidentId, at, own ? applied.withoutText() : applied, debt.without(entry), recordedFrom, formers);
        }

        @Override
        public RowKey key() {
            return new RowKey(STOPGAP, incidentId, applied.mitigationId().value());
        }
    }

    /**
     * A stopgap as it stood until an event changed it.
     *
     * @param id of that event
     * @param recordedUntil when that event was recorded
     */
    record Former(IncidentId incidentId, long sequence, UUID id, Recorded was, Instant recordedUntil)
            implements StopgapRow {

        Former without(UUID entry, long at) {
            return new Former(incidentId, at, id, was.without(entry, was.sequence()), recordedUntil);
        }

        @Override
        public RowKey key() {
            return new RowKey(FORMER, incidentId, id);
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
            @Nullable String exitCondition) {

        Applied withoutText() {
            return new Applied(mitigationId, number, REDACTED, kind, by, appliedAt, recordedAt, decisionId, null, null);
        }
    }

    /**
     * @param plan how it is to be paid off; the latest plan counts
     * @param assessments whether the stopgap helped, the oldest first
     * @param struck whether the entry that applied it is struck through
     * @param overdue the entry that says the plan was not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Debt(
            @Nullable Plan plan,
            @Nullable Settled paid,
            @Nullable Settled rolledBack,
            List<Assessed> assessments,
            boolean struck,
            @Nullable UUID overdue) {

        static final Debt NEW = new Debt(null, null, null, List.of(), false, null);

        Debt planned(Plan newPlan) {
            return new Debt(newPlan, paid, rolledBack, assessments, struck, null);
        }

        Debt paid(Settled settled) {
            return new Debt(plan, settled, rolledBack, assessments, struck, overdue);
        }

        Debt rolledBack(Settled settled) {
            return new Debt(plan, paid, settled, assessments, struck, overdue);
        }

        Debt assessed(Assessed assessment) {
            var all = Stream.concat(assessments.stream(), Stream.of(assessment)).toList();
            return new Debt(plan, paid, rolledBack, all, struck, overdue);
        }

        Debt struckThrough() {
            return new Debt(plan, paid, rolledBack, assessments, true, overdue);
        }

        Debt overdue(UUID entry) {
            return new Debt(plan, paid, rolledBack, assessments, struck, entry);
        }

        Debt withoutOverdue(UUID entry) {
            return entry.equals(overdue) ? new Debt(plan, paid, rolledBack, assessments, struck, null) : this;
        }

        /** Without what an entry said. */
        Debt without(UUID entry) {
            return new Debt(
                    plan != null && plan.entryId().equals(entry) ? plan.withoutText() : plan,
                    paid != null && paid.entryId().equals(entry) ? paid.withoutText() : paid,
                    rolledBack != null && rolledBack.entryId().equals(entry) ? rolledBack.withoutText() : rolledBack,
                    assessments,
                    struck,
                    overdue);
        }
    }

    /**
     * Whether a mitigation helped.
     *
     * @param at when that was seen
     */
    record Assessed(UUID entryId, MitigationEffect effect, Instant at, List<Evidence> evidence) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plan(
            UUID entryId,
            String owner,
            Instant dueAt,
            String description,
            @Nullable String ticket,
            @Nullable String exitCondition) {

        Plan withoutText() {
            return new Plan(entryId, owner, dueAt, REDACTED, ticket, null);
        }
    }

    /** @param note the note of a completion, the reason of a rollback */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settled(UUID entryId, Instant at, @Nullable String note) {

        Settled withoutText() {
            return new Settled(entryId, at, null);
        }
    }

    /**
     * Says that a mitigation caused an incident. Belongs to the incident that was caused, so that neither order of the
     * two incidents in the log matters.
     *
     * @param other the incident of the mitigation
     * @param struckAt when a strike of the entry that says so was recorded; null as long as it stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cause(
            IncidentId incidentId,
            long sequence,
            UUID entryId,
            IncidentId other,
            MitigationId mitigationId,
            Instant recordedAt,
            @Nullable Instant struckAt)
            implements StopgapRow {

        @Override
        public RowKey key() {
            return new RowKey(CAUSE, incidentId, entryId);
        }

        Cause struckThrough(Instant moment, long atSequence) {
            return new Cause(incidentId, atSequence, entryId, other, mitigationId, recordedAt, moment);
        }
    }

    /** Which stopgap an entry is about, where the entry has an id of its own. */
    record Mention(IncidentId incidentId, long sequence, UUID entryId, MitigationId mitigationId)
            implements StopgapRow {

        @Override
        public RowKey key() {
            return new RowKey(MENTION, incidentId, entryId);
        }
    }

    /** The number of an incident, for the stopgaps it will take. */
    record Context(IncidentId incidentId, long sequence, IncidentNumber number) implements StopgapRow {

        @Override
        public RowKey key() {
            return new RowKey(CONTEXT, incidentId, incidentId.value());
        }
    }
}
