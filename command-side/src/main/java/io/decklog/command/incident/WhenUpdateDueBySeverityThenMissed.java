package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand.MarkUpdateBySeverityMissed;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where nobody hears anything for longer than the severity allows, the log says so, once until the next status update,
 * change of severity or reopening; unless the incident is over or was told as history.
 */
final class WhenUpdateDueBySeverityThenMissed implements DeadlinePolicy {

    private final StatusUpdateSettings settings;

    WhenUpdateDueBySeverityThenMissed(StatusUpdateSettings settings) {
        this.settings = settings;
    }

    @Override
    public Deadline.Kind kind() {
        return Deadline.Kind.UPDATE_BY_SEVERITY;
    }

    @Override
    public Stream<Deadline> deadlines(Declared incident) {
        var wait = incident.owed().waiting();
        return wait == null || wait.missed() || !incident.isOngoing()
                ? Stream.empty()
                : settings
                        .cadenceAt(incident.severity())
                        .map(cadence ->
                                new Deadline(kind(), wait.entry(), wait.since().plus(cadence)))
                        .stream();
    }

    @Override
    public MarkUpdateBySeverityMissed command(IncidentId incident, Stamp stamp, UUID subject) {
        return new MarkUpdateBySeverityMissed(incident, stamp, new EntryId(subject));
    }

    /** How long it was allowed to take was settled when the wait began, by the settings of that day. */
    static List<IncidentEvent> decide(MarkUpdateBySeverityMissed c, Stamp stamp, Declared incident) {
        var wait = incident.owed().waiting();
        return incident.isOngoing()
                        && wait != null
                        && !wait.missed()
                        && wait.entry().equals(c.since().value())
                ? List.of(new StatusUpdateMissed(c.incidentId(), stamp, c.since(), null, incident.severity()))
                : List.of();
    }
}
