package io.decklog.query.review;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.EntryEvent;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a review when one of the entries of its incident is corrected, struck or redacted. */
record ReviewChanges(RecordedEvent recorded, Rows<ReviewRow> rows) {

    /** A publication whose own entry is redacted is changed twice; the last change holds both. */
    Stream<ReviewRow> after(EntryEvent event) {
        var changed = new LinkedHashMap<Object, ReviewRow>();
        Stream.concat(items(event), findings(event)).forEach(row -> changed.put(row.key(), row));
        if (event instanceof EntryEvent.EntryRedacted) {
            publications(event.entryId().value())
                    .flatMap(id -> withoutText(id, changed.get(recorded.key(ReviewRow.FINDING, id))))
                    .forEach(row -> changed.put(row.key(), row));
        }
        return changed.values().stream();
    }

    private Stream<ReviewRow> items(EntryEvent event) {
        return ReviewFold.item(new ActionItemId(event.entryId().value()), recorded, rows).stream()
                .map(item -> item.after(event, recorded.sequence()));
    }

    private Stream<ReviewRow> findings(EntryEvent event) {
        return rows
                .find(recorded.key(ReviewRow.FINDING, event.entryId().value()), Finding.class)
                .map(finding -> finding.after(event, recorded.sequence()))
                .stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding), completedBy(finding)));
    }

    private Stream<ReviewRow> completedBy(Finding finding) {
        return finding instanceof Finding.Completion completion
                ? ReviewFold.item(completion.actionItemId(), recorded, rows).stream()
                        .filter(item -> item.isCompletedBy(completion.made()))
                        .map(item -> item.after(completion.made(), recorded.sequence()))
                : Stream.empty();
    }

    /** Those that may tell of an entry: all that were published after it, itself included. */
    private Stream<UUID> publications(UUID redacted) {
        var before = rows.find(recorded.key(ReviewRow.LATER, redacted), ReviewRow.Later.class)
                .map(ReviewRow.Later::publications)
                .orElse(0);
        return ReviewFold.head(recorded, rows).stream()
                .flatMap(head -> head.publications().stream())
                .skip(before)
                .map(ReviewRow.Published::entryId);
    }

    private Stream<ReviewRow> withoutText(UUID publication, @Nullable ReviewRow changed) {
        var found = changed instanceof Finding.Publication own
                ? Optional.of(own)
                : rows.find(recorded.key(ReviewRow.FINDING, publication), Finding.Publication.class);
        return Stream.concat(
                found.map(row -> row.withoutText(recorded.sequence())).stream(),
                rows
                        .find(recorded.key(ReviewRow.TEXT, publication), ReviewRow.Text.class)
                        .map(text -> text.withoutText(recorded.sequence()))
                        .stream());
    }
}
