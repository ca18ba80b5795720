package io.decklog.api.incident;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What was not done in time. Recorded by the service itself, by the clock; it occurred at the moment by which it was due.
 * Each is recorded once, and says nothing about whether the thing was done later.
 */
public sealed interface DeadlineEvent extends IncidentEvent {

    /**
     * Nothing was published by the moment at which it was promised, or is due by the severity.
     *
     * @param since the entry the wait began with: what promised the update; else the last status update, declaration,
     *     reopening or change of severity
     * @param audience whom it was promised to; null where anybody should have heard something, by the severity
     * @param severity of the incident at that moment
     */
    @Revision("1")
    record StatusUpdateMissed(
            IncidentId incidentId,
            Stamp stamp,
            EntryId since,
            @Nullable String audience,
            Severity severity) implements DeadlineEvent {}

    /** @param assignee who has the task */
    @Revision("1")
    record TaskOverdue(IncidentId incidentId, Stamp stamp, TaskId taskId, String assignee) implements DeadlineEvent {}

    /**
     * The stopgap is still in place, and so is its debt.
     *
     * @param owner who was to pay it off
     */
    @Revision("1")
    record PermanentFixOverdue(IncidentId incidentId, Stamp stamp, MitigationId mitigationId, String owner)
            implements DeadlineEvent {}

    /** The question has no answer yet. */
    @Revision("1")
    record DecisionOverdue(IncidentId incidentId, Stamp stamp, DecisionId decisionId) implements DeadlineEvent {}
}
