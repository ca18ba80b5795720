package io.decklog.command.incident;

import static io.decklog.command.incident.Deadline.Kind.DECISION;
import static io.decklog.command.incident.Deadline.Kind.PERMANENT_FIX;
import static io.decklog.command.incident.Deadline.Kind.TASK;

import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.RoleReleased;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.CoordinationEvent.TaskCompleted;
import io.decklog.api.incident.CoordinationEvent.TaskDelegated;
import io.decklog.api.incident.CoordinationEvent.TaskReassigned;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.DeadlineEvent.TaskOverdue;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionEvent.ObjectionRaised;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationEvent.MitigationAssessed;
import io.decklog.api.incident.MitigationEvent.MitigationRolledBack;
import io.decklog.api.incident.MitigationEvent.PermanentFixCompleted;
import io.decklog.api.incident.MitigationEvent.PermanentFixPlanned;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.command.incident.Owed.Due;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** How tasks, permanent fixes and decisions come to be due and cease to be. What is struck out is not owed. */
final class Dues {

    private Dues() {}

    static PMap<UUID, Due> after(IncidentEvent event, PMap<UUID, Due> dues) {
        return switch (event) {
            case CoordinationEvent e -> after(e, dues);
            case MitigationEvent e -> after(e, dues);
            case DecisionEvent e -> after(e, dues);
            case DeadlineEvent e -> after(e, dues);
            case EntryStruck e -> dues.minus(e.entryId().value());
            case LifecycleEvent _, InvestigationEvent _, EntryEvent _, ReviewEvent _ -> dues;
        };
    }

    private static PMap<UUID, Due> after(CoordinationEvent event, PMap<UUID, Due> dues) {
        return switch (event) {
            case TaskDelegated e -> with(dues, e.taskId().value(), TASK, e.dueAt(), e.assignee());
            case TaskReassigned e -> reassigned(dues, e);
            case TaskCompleted e -> dues.minus(e.taskId().value());
            case RoleAssigned _, RoleReleased _, StatusUpdatePublished _ -> dues;
        };
    }

    private static PMap<UUID, Due> reassigned(PMap<UUID, Due> dues, TaskReassigned event) {
        var id = event.taskId().value();
        var due = dues.get(id);
        return due == null ? dues : dues.plus(id, new Due(TASK, due.at(), event.assignee()));
    }

    private static PMap<UUID, Due> after(MitigationEvent event, PMap<UUID, Due> dues) {
        var id = event.mitigationId().value();
        return switch (event) {
            case PermanentFixPlanned e -> with(dues, id, PERMANENT_FIX, e.dueAt(), e.owner());
            case MitigationRolledBack _, PermanentFixCompleted _ -> dues.minus(id);
            case MitigationApplied _, MitigationAssessed _ -> dues;
        };
    }

    private static PMap<UUID, Due> after(DecisionEvent event, PMap<UUID, Due> dues) {
        var id = event.decisionId().value();
        return switch (event) {
            case DecisionRaised e -> with(dues, id, DECISION, e.neededBy(), null);
            case DecisionRecorded _, DecisionSuperseded _ -> dues.minus(id);
            case OptionProposed _, ObjectionRaised _ -> dues;
        };
    }

    private static PMap<UUID, Due> after(DeadlineEvent event, PMap<UUID, Due> dues) {
        return switch (event) {
            case TaskOverdue e -> dues.minus(e.taskId().value());
            case PermanentFixOverdue e -> dues.minus(e.mitigationId().value());
            case DecisionOverdue e -> dues.minus(e.decisionId().value());
            case StatusUpdateMissed _ -> dues;
        };
    }

    private static PMap<UUID, Due> with(
            PMap<UUID, Due> dues, UUID id, Deadline.Kind kind, @Nullable Instant at, @Nullable String who) {
        return at == null ? dues : dues.plus(id, new Due(kind, at, who));
    }
}
