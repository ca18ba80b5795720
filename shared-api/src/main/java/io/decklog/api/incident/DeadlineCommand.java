package io.decklog.api.incident;

/**
 * Commands the service gives itself when a moment has passed by which something was due. The stamp's time of occurrence
 * is that moment. Where the thing was done meanwhile, is not owed any more, or is not due yet, nothing is recorded.
 */
public sealed interface DeadlineCommand extends IncidentCommand {

    /** @param since the status update that promised its audience another one */
    record MarkPromisedUpdateMissed(IncidentId incidentId, Stamp stamp, EntryId since) implements DeadlineCommand {}

    /** @param since the entry the wait began with */
    record MarkUpdateBySeverityMissed(IncidentId incidentId, Stamp stamp, EntryId since) implements DeadlineCommand {}

    record MarkTaskOverdue(IncidentId incidentId, Stamp stamp, TaskId taskId) implements DeadlineCommand {}

    record MarkPermanentFixOverdue(IncidentId incidentId, Stamp stamp, MitigationId mitigationId)
            implements DeadlineCommand {}

    record MarkDecisionOverdue(IncidentId incidentId, Stamp stamp, DecisionId decisionId) implements DeadlineCommand {}
}
