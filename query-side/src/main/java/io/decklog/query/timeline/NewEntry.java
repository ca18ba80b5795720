package io.decklog.query.timeline;

import io.decklog.api.incident.Stamp;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the entry an event records, and notes which entries it quotes. */
record NewEntry(RecordedEvent recorded, Rows<TimelineRow> rows, Lateness lateness) {

    Stream<TimelineRow> saying(EntryDetails details) {
        Set<UUID> quoted = new LinkedHashSet<>();
        var words = new Words(recorded.stamp().occurredAt(), subject -> {
            quoted.add(subject);
            return Quotations.of(subject, recorded, rows);
        });
        var entry = new TimelineRow.Entry(recorded.incidentId(), recorded.sequence(), entry(details, words));
        if (details instanceof EntryDetails.DecisionTaken taken
                && !taken.decisionId().value().equals(recorded.stamp().id())) {
            quoted.add(taken.decisionId().value()); // it repeats the question and the options
        }
        return Stream.concat(Stream.of(entry), quoted.stream().map(this::mention));
    }

    private TimelineEntry entry(EntryDetails details, Words words) {
        Stamp stamp = recorded.stamp();
        return new TimelineEntry(
                stamp.id(),
                recorded.sequence(),
                EntryType.of(details),
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
                null,
                null);
    }

    private TimelineRow mention(UUID subject) {
        var before = rows.find(recorded.key(TimelineRow.MENTION, subject), TimelineRow.Mention.class).stream()
                .flatMap(mention -> mention.quotedBy().stream());
        return new TimelineRow.Mention(
                recorded.incidentId(),
                recorded.sequence(),
                subject,
                Stream.concat(before, Stream.of(recorded.stamp().id())).toList());
    }
}
