package io.decklog.query.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.redaction.FreeText;
import io.decklog.query.projection.RecordedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entry something was said with.
 *
 * @param place the sequence of the entry itself
 * @param by the person who said it
 * @param at when it was said in the world
 * @param recordedAt when the log took it in
 * @param struck whether the entry is struck through
 * @param redacted whether what it said is gone
 * @param correctedText what it says since it was corrected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Made(
        UUID entryId,
        long place,
        String by,
        Instant at,
        Instant recordedAt,
        boolean struck,
        boolean redacted,
        @Nullable String correctedText) {

    /** What stands where a text was redacted. */
    static final String REDACTED = FreeText.REDACTED;

    static Made with(RecordedEvent recorded) {
        var stamp = recorded.stamp();
        return new Made(
                stamp.id(),
                recorded.sequence(),
                stamp.attribution().person(),
                stamp.occurredAt(),
                stamp.recordedAt(),
                false,
                false,
                null);
    }

    Made after(EntryEvent event) {
        return switch (event) {
            case EntryEvent.EntryCorrected e -> changed(struck, redacted, e.text());
            case EntryEvent.EntryStruck _ -> changed(true, redacted, correctedText);
            case EntryEvent.EntryRedacted _ -> changed(struck, true, null);
            case EntryEvent.EntryPinned _ -> this;
        };
    }

    private Made changed(boolean isStruck, boolean isRedacted, @Nullable String text) {
        return new Made(entryId, place, by, at, recordedAt, isStruck, isRedacted, text);
    }

    /** What the entry says now. */
    String says(String first) {
        return Optional.ofNullable(correctedText).orElse(redacted ? REDACTED : first);
    }

    /** A text that goes with the entry. */
    String orRedacted(String text) {
        return redacted ? REDACTED : text;
    }
}
