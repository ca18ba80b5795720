package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.CoordinationEvent.TaskCompleted;
import io.decklog.api.incident.CoordinationEvent.TaskDelegated;
import io.decklog.api.incident.CoordinationEvent.TaskReassigned;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.DeadlineEvent.TaskOverdue;
import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.DecisionSuperseded;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationEvent.MitigationRolledBack;
import io.decklog.api.incident.MitigationEvent.PermanentFixCompleted;
import io.decklog.api.incident.MitigationEvent.PermanentFixPlanned;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of one incident. The first number of each is the minute at which it occurred and was recorded. */
final class DeadlineStory {

    static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    static final Instant T = Instant.parse("2026-03-30T08:00:00Z");
    static final UUID TASK_ID = new UUID(0, 60);
    static final UUID DECISION_ID = new UUID(0, 61);
    static final UUID MITIGATION_ID = new UUID(0, 62);

    private static final Attribution SAM = new Attribution("sam", "sam", null);

    private DeadlineStory() {}

    static IncidentState after(List<IncidentEvent> events) {
        IncidentState state = new IncidentState.NotDeclared();
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    static Instant minute(int minute) {
        return T.plusSeconds(60L * minute);
    }

    static Stamp at(int minute) {
        return stamp(entry(minute), minute);
    }

    /** The entry recorded in that minute, if it creates nothing. */
    static UUID entry(int minute) {
        return new UUID(1, minute);
    }

    private static Stamp stamp(UUID id, int minute) {
        return new Stamp(id, SAM, minute(minute), minute(minute), null, null);
    }

    static IncidentDeclared declared(int minute, Severity severity) {
        return declared(minute, severity, IncidentKind.LIVE);
    }

    static IncidentDeclared declared(int minute, Severity severity, IncidentKind kind) {
        return declared(at(minute), severity, kind);
    }

    private static IncidentDeclared declared(Stamp stamp, Severity severity, IncidentKind kind) {
        return new IncidentDeclared(
                INCIDENT, stamp, new IncidentNumber(1), "5xx", severity, kind, List.of(), null, null, null, null, null);
    }

    /** The same, recorded when it was, of what occurred in another minute. */
    static IncidentEvent history(IncidentEvent event, int occurred) {
        var was = event.stamp();
        var stamp = new Stamp(was.id(), SAM, minute(occurred), was.recordedAt(), null, null);
        return restamped(event, stamp);
    }

    /** The same, with the record time of another log. */
    static IncidentEvent imported(IncidentEvent event) {
        var was = event.stamp();
        return restamped(event, new Stamp(was.id(), SAM, was.occurredAt(), was.recordedAt(), was.recordedAt(), null));
    }

    private static IncidentEvent restamped(IncidentEvent event, Stamp stamp) {
        return switch (event) {
            case IncidentDeclared e -> declared(stamp, e.severity(), e.kind());
            case StatusUpdatePublished e ->
                new StatusUpdatePublished(INCIDENT, stamp, e.audience(), e.message(), e.nextUpdateBy(), null);
            case IncidentEvent other -> throw new IllegalArgumentException("not told late here: " + other);
        };
    }

    static IncidentResolved resolved(int minute) {
        return new IncidentResolved(INCIDENT, at(minute), null);
    }

    static IncidentReopened reopened(int minute) {
        return new IncidentReopened(INCIDENT, at(minute), "back");
    }

    static SeverityChanged severity(int minute, Severity to) {
        return new SeverityChanged(INCIDENT, at(minute), Severity.SEV5, to, "so it is");
    }

    static ObservationRecorded observed(int minute) {
        return new ObservationRecorded(INCIDENT, at(minute), "5xx", null, List.of());
    }

    static StatusUpdatePublished told(int minute, String audience, @Nullable Integer nextBy) {
        return new StatusUpdatePublished(
                INCIDENT, at(minute), audience, "we are on it", nextBy == null ? null : minute(nextBy), null);
    }

    static StatusUpdateMissed updateMissed(int minute, int since, @Nullable String audience) {
        return new StatusUpdateMissed(INCIDENT, at(minute), new EntryId(entry(since)), audience, Severity.SEV1);
    }

    static TaskDelegated task(int minute, @Nullable Integer due) {
        return new TaskDelegated(
                INCIDENT, stamp(TASK_ID, minute), new TaskId(TASK_ID), "ask", "sam", due == null ? null : minute(due));
    }

    static TaskReassigned reassigned(int minute) {
        return new TaskReassigned(INCIDENT, at(minute), new TaskId(TASK_ID), "kim", "sam");
    }

    static TaskCompleted taskCompleted(int minute) {
        return new TaskCompleted(INCIDENT, at(minute), new TaskId(TASK_ID), null);
    }

    static TaskOverdue taskOverdue(int minute) {
        return new TaskOverdue(INCIDENT, at(minute), new TaskId(TASK_ID), "sam");
    }

    static MitigationApplied stopgap(int minute) {
        return new MitigationApplied(
                INCIDENT,
                stamp(MITIGATION_ID, minute),
                new MitigationId(MITIGATION_ID),
                "cache off",
                MitigationKind.FEATURE_OFF,
                Permanence.STOPGAP,
                null,
                null,
                null);
    }

    static PermanentFixPlanned fixPlanned(int minute, int due) {
        return new PermanentFixPlanned(
                INCIDENT, at(minute), new MitigationId(MITIGATION_ID), "kim", minute(due), "mend it", null, null);
    }

    static PermanentFixCompleted fixCompleted(int minute) {
        return new PermanentFixCompleted(INCIDENT, at(minute), new MitigationId(MITIGATION_ID), null);
    }

    static PermanentFixOverdue fixOverdue(int minute) {
        return new PermanentFixOverdue(INCIDENT, at(minute), new MitigationId(MITIGATION_ID), "kim");
    }

    static MitigationRolledBack rolledBack(int minute) {
        return new MitigationRolledBack(INCIDENT, at(minute), new MitigationId(MITIGATION_ID), "not needed");
    }

    static DecisionRaised raised(int minute, @Nullable Integer neededBy) {
        return new DecisionRaised(
                INCIDENT,
                stamp(DECISION_ID, minute),
                new DecisionId(DECISION_ID),
                "which?",
                List.of(),
                List.of(),
                neededBy == null ? null : minute(neededBy));
    }

    static DecisionRecorded decision(int minute) {
        return new DecisionRecorded(
                INCIDENT,
                at(minute),
                new DecisionId(DECISION_ID),
                "which?",
                List.of(new Option("a", null, null, null)),
                new Choice("a", "because", List.of(), "sam", List.of(), null),
                null);
    }

    static DecisionSuperseded superseded(int minute) {
        return new DecisionSuperseded(
                INCIDENT, at(minute), new DecisionId(DECISION_ID), new DecisionId(new UUID(0, 70)), "another");
    }

    static EntryStruck struck(int minute, UUID entry) {
        return new EntryStruck(INCIDENT, at(minute), new EntryId(entry), "no");
    }

    static EntryRedacted redacted(int minute, UUID entry) {
        return new EntryRedacted(INCIDENT, at(minute), new EntryId(entry), "secret");
    }
}
