package io.decklog.api.incident;

/**
 * A fact in the log of an incident. Facts are never changed; what turns out wrong is corrected or struck by a later fact.
 *
 * <p>The simple name of each record is the name under which it is stored, its {@code @Revision} the form of its JSON.
 */
public sealed interface IncidentEvent
        permits LifecycleEvent,
                CoordinationEvent,
                InvestigationEvent,
                DecisionEvent,
                MitigationEvent,
                DeadlineEvent,
                EntryEvent,
                ReviewEvent {

    IncidentId incidentId();

    /** Who, when, and the id of what is recorded. */
    Stamp stamp();
}
