package io.decklog.query.diff;

import io.decklog.query.diff.Changes.Corrected;
import io.decklog.query.diff.Changes.Happened;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineEntry.Correction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What happened to one entry that was known before.
 *
 * @param from the moment {@code before} was read at: what was recorded after it is new
 */
record EntryChange(TimelineEntry before, TimelineEntry after, Instant from) {

    /** A redaction takes corrections away; those that are left came after it. */
    Stream<Corrected> corrections() {
        var all = after.corrections();
        var corrected = new ArrayList<Corrected>();
        for (var i = 0; i < all.size(); i++) {
            if (isNew(all.get(i).recordedAt())) {
                var next = i + 1 < all.size() ? all.get(i + 1).formerText() : after.text();
                corrected.add(corrected(all.get(i), next));
            }
        }
        return corrected.stream();
    }

    private Corrected corrected(Correction correction, String newText) {
        return new Corrected(
                after.entryId(),
                correction.formerText(),
                newText,
                correction.reason(),
                correction.by(),
                correction.recordedAt());
    }

    Stream<Happened> strike() {
        return Optional.ofNullable(after.strike()).filter(strike -> isNew(strike.recordedAt())).stream()
                .map(strike -> new Happened(after.entryId(), strike.reason(), strike.by(), strike.recordedAt()));
    }

    Stream<Happened> redaction() {
        return Optional.ofNullable(after.redaction()).filter(it -> isNew(it.recordedAt())).stream()
                .map(it -> new Happened(after.entryId(), it.reason(), it.by(), it.recordedAt()));
    }

    Stream<UUID> pin() {
        return after.pinned() && !before.pinned() ? Stream.of(after.entryId()) : Stream.empty();
    }

    Stream<TimelineEntry> rewording() {
        return told().equals(after) ? Stream.empty() : Stream.of(after);
    }

    /** The former entry with all that is told of it. */
    private TimelineEntry told() {
        var entry = before;
        for (var it : redaction().toList()) {
            entry = entry.redacted(new TimelineEntry.Redaction(it.reason(), it.by(), it.recordedAt()));
        }
        for (var it : corrections().toList()) {
            entry = entry.corrected(it.newText(), new Correction(it.oldText(), it.reason(), it.by(), it.recordedAt()));
        }
        for (var it : strike().toList()) {
            entry = entry.struck(new TimelineEntry.Strike(it.reason(), it.by(), it.recordedAt()));
        }
        return pin().findAny().isPresent() ? entry.pin() : entry;
    }

    private boolean isNew(Instant recordedAt) {
        return recordedAt.isAfter(from);
    }
}
