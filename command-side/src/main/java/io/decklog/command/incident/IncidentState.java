package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of an incident, and nothing else. Immutable. It is kept as JSON in snapshots: whoever
 * changes its form raises the revision of {@link Incident}, so that older snapshots are passed over.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IncidentState.NotDeclared.class, name = "NOT_DECLARED"),
    @JsonSubTypes.Type(value = IncidentState.Declared.class, name = "DECLARED")
})
sealed interface IncidentState {

    /** The state after an event. */
    IncidentState evolve(IncidentEvent event);

    /** Nothing has been recorded under this id. */
    record NotDeclared() implements IncidentState {

        @Override
        public IncidentState evolve(IncidentEvent event) {
            if (event instanceof IncidentDeclared declared) {
                return Declared.by(declared);
            }
            throw new IllegalStateException("an incident's first event is its declaration, not " + event);
        }
    }

    /** How far the incident has come. */
    enum Phase {
        OPEN,
        MITIGATED,
        RESOLVED,
        CLOSED,
        CANCELLED
    }

    /**
     * @param standing how far it has come, and who leads it there
     * @param entries what has been recorded
     * @param matters what the entries brought into being: decisions, mitigations, hypotheses, tasks, links
     * @param owed what is to be done by some moment
     * @param review what was said looking back on it
     */
    record Declared(
            IncidentId id,
            IncidentNumber number,
            Standing standing,
            Entries entries,
            Matters matters,
            Owed owed,
            ReviewState review)
            implements IncidentState {

        static Declared by(IncidentDeclared event) {
            return new Declared(
                    event.incidentId(),
                    event.number(),
                    Standing.by(event),
                    Entries.by(event),
                    Matters.NONE,
                    Owed.by(event),
                    ReviewState.NONE);
        }

        @Override
        public Declared evolve(IncidentEvent event) {
            return new Declared(
                    id,
                    number,
                    standing.after(event),
                    entries.after(event),
                    matters.after(event),
                    owed.after(event),
                    review.after(event));
        }

        Phase phase() {
            return standing.phase();
        }

        /** Neither resolved nor over in another way. */
        boolean isOngoing() {
            return phase() == Phase.OPEN || phase() == Phase.MITIGATED;
        }

        Severity severity() {
            return standing.severity();
        }

        @Nullable
        String holder(Role role) {
            return standing.holders().get(role);
        }

        Instant lastRecordedAt() {
            return entries.lastRecordedAt();
        }
    }
}
