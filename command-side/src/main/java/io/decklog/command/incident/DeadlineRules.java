package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand;
import io.decklog.api.incident.DeadlineCommand.MarkDecisionOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkPermanentFixOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkPromisedUpdateMissed;
import io.decklog.api.incident.DeadlineCommand.MarkTaskOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkUpdateBySeverityMissed;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** At its moment each deadline is checked against the log once more: nothing is recorded of what is no longer, or not yet, true. */
final class DeadlineRules {

    private DeadlineRules() {}

    static List<IncidentEvent> decide(DeadlineCommand command, Stamp stamp, Declared incident) {
        if (!hasPassed(stamp)) {
            return List.of();
        }
        return switch (command) {
            case MarkPromisedUpdateMissed c -> WhenUpdatePromisedThenMissed.decide(c, stamp, incident);
            case MarkUpdateBySeverityMissed c -> WhenUpdateDueBySeverityThenMissed.decide(c, stamp, incident);
            case MarkTaskOverdue c -> WhenTaskDueThenOverdue.decide(c, stamp, incident);
            case MarkPermanentFixOverdue c -> WhenPermanentFixDueThenOverdue.decide(c, stamp, incident);
            case MarkDecisionOverdue c -> WhenDecisionNeededThenOverdue.decide(c, stamp, incident);
        };
    }

    private static boolean hasPassed(Stamp stamp) {
        return stamp.recordedAt().isAfter(stamp.occurredAt());
    }
}
