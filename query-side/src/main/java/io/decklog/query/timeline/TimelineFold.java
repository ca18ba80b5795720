package io.decklog.query.timeline;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Stamp;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells an incident as a timeline. What happens to an entry (a correction, a strike) makes no entry of its own, it
 * changes the one it is about.
 */
public final class TimelineFold implements Fold<TimelineRow> {

    private final Lateness lateness;

    public TimelineFold(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public List<TimelineRow> on(RecordedEvent recorded, Rows<TimelineRow> rows) {
        return Stream.concat(head(recorded, rows).stream(), entry(recorded, rows).stream())
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

    private Optional<TimelineRow> entry(RecordedEvent recorded, Rows<TimelineRow> rows) {
        return recorded.event() instanceof EntryEvent about
                ? entryAbout(about.entryId().value(), recorded, rows).map(entry -> row(recorded, changed(entry, about)))
                : EntryDetailsOfEvents.of(recorded.event())
                        .map(details -> row(recorded, made(recorded, details, rows)));
    }

    private static TimelineRow row(RecordedEvent recorded, TimelineEntry entry) {
        return new TimelineRow.Entry(recorded.incidentId(), recorded.sequence(), entry);
    }

    private TimelineEntry made(RecordedEvent recorded, EntryDetails details, Rows<TimelineRow> rows) {
        var words = new Words(subject -> subject(subject, recorded, rows));
        Stamp stamp = recorded.stamp();
        return new TimelineEntry(
                stamp.id(),
                recorded.sequence(),
                words.typeOf(details),
                stamp.occurredAt(),
                stamp.recordedAt(),
                stamp.originallyRecordedAt(),
                stamp.attribution().by(),
                stamp.attribution().onBehalfOf(),
                words.textOf(details),
                lateness.isLate(stamp),
                stamp.lateReason(),
                false,
                false,
                false,
                false,
                details,
                List.of(),
                null);
    }

    private static TimelineEntry changed(TimelineEntry entry, EntryEvent event) {
        var by = event.stamp().attribution().by();
        var at = event.stamp().recordedAt();
        return switch (event) {
            case EntryEvent.EntryCorrected e ->
                entry.corrected(e.text(), new TimelineEntry.Correction(entry.text(), e.reason(), by, at));
            case EntryEvent.EntryStruck e -> entry.struck(new TimelineEntry.Strike(e.reason(), by, at));
        };
    }

    private static Optional<TimelineEntry> entryAbout(UUID id, RecordedEvent recorded, Rows<TimelineRow> rows) {
        return rows.find(recorded.key(TimelineRow.ENTRY, id), TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry);
    }

    /** Decisions and mitigations carry the id of the entry that created them. */
    private static String subject(UUID id, RecordedEvent recorded, Rows<TimelineRow> rows) {
        return entryAbout(id, recorded, rows)
                .map(TimelineEntry::details)
                .flatMap(TimelineFold::named)
                .map(name -> "“" + name + "”")
                .orElse("an entry that is not in the log");
    }

    private static Optional<String> named(EntryDetails details) {
        return switch (details) {
            case EntryDetails.DecisionRaised d -> Optional.of(d.question());
            case EntryDetails.DecisionTaken d -> Optional.of(d.question());
            case EntryDetails.Mitigation d -> Optional.of(d.description());
            case EntryDetails.Declared _,
                    EntryDetails.SeverityChange _,
                    EntryDetails.Mitigated _,
                    EntryDetails.Resolved _,
                    EntryDetails.Reopened _,
                    EntryDetails.Closed _,
                    EntryDetails.RoleTaken _,
                    EntryDetails.StatusUpdate _,
                    EntryDetails.Observation _,
                    EntryDetails.OptionProposed _,
                    EntryDetails.Objection _,
                    EntryDetails.DecisionSuperseded _,
                    EntryDetails.MitigationAssessed _,
                    EntryDetails.MitigationRolledBack _,
                    EntryDetails.PermanentFixPlanned _,
                    EntryDetails.PermanentFixCompleted _ -> Optional.empty();
        };
    }
}
