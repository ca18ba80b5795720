package io.decklog.command.incident;

import io.decklog.api.incident.DeadlineCommand.MarkPermanentFixOverdue;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A stopgap that is neither paid off nor rolled back by the moment it was to be is overdue; also after the incident is over. */
final class WhenPermanentFixDueThenOverdue implements DeadlinePolicy {

    @Override
    public Deadline.Kind kind() {
        return Deadline.Kind.PERMANENT_FIX;
    }

    @Override
    public Stream<Deadline> deadlines(Declared incident) {
        return incident.owed().deadlines(Deadline.Kind.PERMANENT_FIX);
    }

    @Override
    public MarkPermanentFixOverdue command(IncidentId incident, Stamp stamp, UUID subject) {
        return new MarkPermanentFixOverdue(incident, stamp, new MitigationId(subject));
    }

    static List<IncidentEvent> decide(MarkPermanentFixOverdue c, Stamp stamp, Declared incident) {
        var due = incident.owed()
                .due(Deadline.Kind.PERMANENT_FIX, c.mitigationId().value(), stamp.occurredAt());
        return due == null
                ? List.of()
                : List.of(new PermanentFixOverdue(
                        c.incidentId(), stamp, c.mitigationId(), Objects.requireNonNull(due.who())));
    }
}
