package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand.MarkDecisionOverdue;
import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A decision that is not taken by the moment it is needed is overdue; not once the incident takes no decisions any more. */
final class WhenDecisionNeededThenOverdue implements DeadlinePolicy {

    @Override
    public Deadline.Kind kind() {
        return Deadline.Kind.DECISION;
    }

    @Override
    public Stream<Deadline> deadlines(Declared incident) {
        return takesDecisions(incident) ? incident.owed().deadlines(Deadline.Kind.DECISION) : Stream.empty();
    }

    @Override
    public MarkDecisionOverdue command(IncidentId incident, Stamp stamp, UUID subject) {
        return new MarkDecisionOverdue(incident, stamp, new DecisionId(subject));
    }

    static List<IncidentEvent> decide(MarkDecisionOverdue c, Stamp stamp, Declared incident) {
        var due = incident.owed().due(Deadline.Kind.DECISION, c.decisionId().value(), stamp.occurredAt());
        return due == null || !takesDecisions(incident)
                ? List.of()
                : List.of(new DecisionOverdue(c.incidentId(), stamp, c.decisionId()));
    }

    private static boolean takesDecisions(Declared incident) {
        return switch (incident.phase()) {
            case OPEN, MITIGATED, RESOLVED -> true;
            case CLOSED, CANCELLED -> false;
        };
    }
}
