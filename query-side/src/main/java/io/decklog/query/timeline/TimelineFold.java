package io.decklog.query.timeline;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells an incident as a timeline. What happens to an entry (a correction, a strike, a redaction, a pin) makes no entry
 * of its own, it changes the one it is about.
 */
public final class TimelineFold implements Fold<TimelineRow> {

    private final Lateness lateness;

    public TimelineFold(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public List<TimelineRow> on(RecordedEvent recorded, Rows<TimelineRow> rows) {
        return Stream.concat(head(recorded, rows).stream(), entries(recorded, rows))
                .toList();
    }

    private static Optional<TimelineRow> head(RecordedEvent recorded, Rows<TimelineRow> rows) {
        var number = recorded.event() instanceof IncidentDeclared declared
                ? Optional.of(declared.number())
                : rows.find(TimelineRow.Head.key(recorded.incidentId()), TimelineRow.Head.class)
                        .map(TimelineRow.Head::number);
        return number.map(known -> new TimelineRow.Head(
                recorded.incidentId(),
                known,
                recorded.sequence(),
                recorded.stamp().recordedAt()));
    }

    private Stream<TimelineRow> entries(RecordedEvent recorded, Rows<TimelineRow> rows) {
        return recorded.event() instanceof EntryEvent about
                ? new EntryChanges(recorded, rows).after(about)
                : EntryDetailsOfEvents.of(recorded.event()).stream()
                        .flatMap(details -> new NewEntry(recorded, rows, lateness).saying(details));
    }
}
