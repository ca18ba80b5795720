package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.decklog.api.incident.CoordinationEvent;
import io.decklog.api.incident.CoordinationEvent.RoleAssigned;
import io.decklog.api.incident.CoordinationEvent.RoleReleased;
import io.decklog.api.incident.CoordinationEvent.StatusUpdatePublished;
import io.decklog.api.incident.CoordinationEvent.TaskCompleted;
import io.decklog.api.incident.CoordinationEvent.TaskDelegated;
import io.decklog.api.incident.CoordinationEvent.TaskReassigned;
import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DecisionEvent;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.LifecycleEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentCancelled;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.LifecycleEvent.IncidentReopened;
import io.decklog.api.incident.LifecycleEvent.IncidentResolved;
import io.decklog.api.incident.LifecycleEvent.IncidentRetitled;
import io.decklog.api.incident.LifecycleEvent.IncidentsLinked;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.MitigationEvent;
import io.decklog.api.incident.ReviewEvent;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.command.incident.IncidentState.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Where an incident stands.
 *
 * @param title what it is called
 * @param holders who holds which role
 * @param promises which audience was promised to hear again, and when
 */
record Standing(
        Phase phase, Severity severity, Title title, PMap<Role, String> holders, PMap<String, Instant> promises) {

    /**
     * @param text null once it is redacted
     * @param entry the entry that gave it
     */
    record Title(@Nullable String text, UUID entry) {}

    @JsonCreator
    static Standing of(
            Phase phase, Severity severity, Title title, Map<Role, String> holders, Map<String, Instant> promises) {
        return new Standing(phase, severity, title, HashTreePMap.from(holders), HashTreePMap.from(promises));
    }

    static Standing by(IncidentDeclared event) {
        return new Standing(
                Phase.OPEN,
                event.severity(),
                new Title(event.title(), event.stamp().id()),
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    Standing after(IncidentEvent event) {
        return switch (event) {
            case LifecycleEvent lifecycle -> after(lifecycle);
            case CoordinationEvent coordination -> after(coordination);
            case EntryRedacted redacted
            when redacted.entryId().value().equals(title.entry()) -> called(new Title(null, title.entry()));
            case EntryEvent _,
                    InvestigationEvent _,
                    DecisionEvent _,
                    MitigationEvent _,
                    DeadlineEvent _,
                    ReviewEvent _ -> this;
        };
    }

    private Standing after(LifecycleEvent event) {
        return switch (event) {
            case SeverityChanged changed -> new Standing(phase, changed.to(), title, holders, promises);
            case IncidentRetitled e -> called(new Title(e.title(), e.stamp().id()));
            case IncidentMitigated _ -> phase == Phase.RESOLVED ? this : in(Phase.MITIGATED);
            case IncidentResolved _ -> in(Phase.RESOLVED);
            case IncidentReopened _ -> in(Phase.OPEN);
            case IncidentClosed _ -> in(Phase.CLOSED);
            case IncidentCancelled _ -> in(Phase.CANCELLED);
            case IncidentDeclared _, IncidentsLinked _ -> this;
        };
    }

    private Standing after(CoordinationEvent event) {
        return switch (event) {
            case RoleAssigned assigned -> held(holders.plus(assigned.role(), assigned.holder()));
            case RoleReleased released -> held(holders.minus(released.role()));
            case StatusUpdatePublished update -> new Standing(phase, severity, title, holders, promised(update));
            case TaskDelegated _, TaskReassigned _, TaskCompleted _ -> this;
        };
    }

    private PMap<String, Instant> promised(StatusUpdatePublished update) {
        return update.nextUpdateBy() == null
                ? promises.minus(update.audience())
                : promises.plus(update.audience(), update.nextUpdateBy());
    }

    private Standing in(Phase next) {
        return new Standing(next, severity, title, holders, promises);
    }

    private Standing called(Title next) {
        return new Standing(phase, severity, next, holders, promises);
    }

    private Standing held(PMap<Role, String> next) {
        return new Standing(phase, severity, title, next, promises);
    }
}
