package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand.MarkPromisedUpdateMissed;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An audience that was promised a status update, and hears nothing by then, is told of in the log; unless the incident is over. */
final class WhenUpdatePromisedThenMissed implements DeadlinePolicy {

    @Override
    public Deadline.Kind kind() {
        return Deadline.Kind.PROMISED_UPDATE;
    }

    @Override
    public Stream<Deadline> deadlines(Declared incident) {
        return incident.isOngoing()
                ? incident.owed().told().values().stream()
                        .filter(told -> told.nextBy() != null)
                        .map(told -> new Deadline(kind(), told.entry(), told.nextBy()))
                : Stream.empty();
    }

    @Override
    public MarkPromisedUpdateMissed command(IncidentId incident, Stamp stamp, UUID subject) {
        return new MarkPromisedUpdateMissed(incident, stamp, new EntryId(subject));
    }

    static List<IncidentEvent> decide(MarkPromisedUpdateMissed c, Stamp stamp, Declared incident) {
        var promised = Waiting.audienceOf(c.since().value(), incident.owed().told());
        return incident.isOngoing()
                        && promised != null
                        && stamp.occurredAt().equals(promised.getValue().nextBy())
                ? List.of(new StatusUpdateMissed(
                        c.incidentId(), stamp, c.since(), promised.getKey(), incident.severity()))
                : List.of();
    }
}
