package io.decklog.query.timeline;

import io.decklog.api.incident.EntryEvent;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.stream.Stream;

/** What becomes of an entry that is there already. */
record EntryChanges(RecordedEvent recorded, Rows<TimelineRow> rows) {

    Stream<TimelineRow> after(EntryEvent event) {
        return Quotations.entry(event.entryId().value(), recorded, rows).stream()
                .flatMap(entry -> Stream.concat(Stream.of(row(changed(entry, event))), elsewhere(entry, event)));
    }

    private static TimelineEntry changed(TimelineEntry entry, EntryEvent event) {
        var by = event.stamp().attribution().by();
        var at = event.stamp().recordedAt();
        return switch (event) {
            case EntryEvent.EntryCorrected e ->
                entry.corrected(e.text(), new TimelineEntry.Correction(entry.text(), e.reason(), by, at));
            case EntryEvent.EntryStruck e -> entry.struck(new TimelineEntry.Strike(e.reason(), by, at));
            case EntryEvent.EntryRedacted e -> entry.redacted(new TimelineEntry.Redaction(e.reason(), by, at));
            case EntryEvent.EntryPinned _ -> entry.pin();
        };
    }

    /** What is redacted must not be read in the entries that quote it either. */
    private Stream<TimelineRow> elsewhere(TimelineEntry entry, EntryEvent event) {
        return switch (event) {
            case EntryEvent.EntryRedacted _ ->
                Stream.concat(
                        Quotations.of(entry).stream().flatMap(quotation -> withoutQuotation(entry, quotation)),
                        new Repetitions(recorded, rows).without(entry).map(this::row));
            case EntryEvent.EntryCorrected _, EntryEvent.EntryStruck _, EntryEvent.EntryPinned _ -> Stream.empty();
        };
    }

    private Stream<TimelineRow> withoutQuotation(TimelineEntry entry, String quotation) {
        return rows.find(recorded.key(TimelineRow.MENTION, entry.entryId()), TimelineRow.Mention.class).stream()
                .flatMap(mention -> mention.quotedBy().stream())
                .flatMap(id -> Quotations.entry(id, recorded, rows).stream())
                .filter(quoting -> !(quoting.details() instanceof EntryDetails.DecisionTaken)) // see Repetitions
                .map(quoting -> row(quoting.without(quotation, Quotations.REDACTED)));
    }

    private TimelineRow row(TimelineEntry entry) {
        return new TimelineRow.Entry(recorded.incidentId(), recorded.sequence(), entry);
    }
}
