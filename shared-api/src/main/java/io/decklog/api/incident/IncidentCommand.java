package io.decklog.api.incident;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Something one asks the log of an incident to take in. Each answers with at most one new entry, or is refused with an
 * {@link IncidentRejected}.
 */
public sealed interface IncidentCommand
        permits LifecycleCommand,
                CoordinationCommand,
                InvestigationCommand,
                DecisionCommand,
                MitigationCommand,
                DeadlineCommand,
                EntryCommand,
                ReviewCommand {

    /** The name under which every command but the declaration is sent: one handler decides on all of them. */
    String NAME = "io.decklog.IncidentCommand";

    @TargetAggregateIdentifier
    IncidentId incidentId();

    /**
     * Who asks, and the times. The record time is the service's clock when the command came in; the log moves it on
     * where it has already recorded something later.
     */
    Stamp stamp();
}
