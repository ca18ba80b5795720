package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a timeline.
 *
 * @param entryId identifies it, within its incident
 * @param sequence its place in the log of the incident; 1 is the declaration
 * @param type its kind
 * @param occurredAt when it happened in the world
 * @param recordedAt when this log took it in
 * @param originallyRecordedAt for an imported entry, when the log it came from took it in
 * @param by who made it
 * @param onBehalfOf the person a tool acted for
 * @param text the sentence a reader sees; the latest correction if it was corrected
 * @param late whether it was recorded noticeably later than it occurred
 * @param lateReason why
 * @param struck whether it is struck through
 * @param corrected whether its text is no longer the first one
 * @param redacted whether its text is gone for good
 * @param pinned whether somebody marked it as a key moment
 * @param details what was sent
 * @param corrections what it said before, oldest first
 * @param strike who struck it, and why
 * @param redaction who redacted it, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        UUID entryId,
        long sequence,
        EntryType type,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant originallyRecordedAt,
        String by,
        @Nullable String onBehalfOf,
        String text,
        boolean late,
        @Nullable String lateReason,
        boolean struck,
        boolean corrected,
        boolean redacted,
        boolean pinned,
        EntryDetails details,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Correction> corrections,
        @Nullable Strike strike,
        @Nullable Redaction redaction) {

    public TimelineEntry {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    /**
     * A text that was replaced.
     *
     * @param formerText what the entry said before
     * @param reason why it says something else now
     * @param by who replaced it
     * @param recordedAt when the log took the correction in
     */
    public record Correction(String formerText, String reason, String by, Instant recordedAt) {}

    /**
     * @param reason why the entry does not hold
     * @param by who struck it
     * @param recordedAt when the log took the strike in
     */
    public record Strike(String reason, String by, Instant recordedAt) {}

    /**
     * @param reason why it says nothing any more
     * @param by who redacted it
     * @param recordedAt when the log took the redaction in
     */
    public record Redaction(String reason, String by, Instant recordedAt) {}

    /** What it said at a moment of record time, as far as that is still told. */
    public String textAt(Instant moment) {
        return corrections.stream()
                .filter(correction -> correction.recordedAt().isAfter(moment))
                .findFirst()
                .map(Correction::formerText)
                .orElse(text);
    }

    /** The entry with another text from now on. */
    public TimelineEntry corrected(String newText, Correction correction) {
        var all = Stream.concat(corrections.stream(), Stream.of(correction)).toList();
        return with(newText, lateReason, true, pinned, details, all, strike, redaction);
    }

    /** The entry struck through. */
    public TimelineEntry struck(Strike struckBy) {
        return with(text, lateReason, corrected, pinned, details, corrections, struckBy, redaction);
    }

    /** The entry as one of the key moments. */
    public TimelineEntry pin() {
        return with(text, lateReason, corrected, true, details, corrections, strike, redaction);
    }

    /** Its place, its author and its times remain; whatever anybody wrote in it or about it is gone. */
    public TimelineEntry redacted(Redaction redactedBy) {
        var struckBy = strike == null ? null : new Strike(Words.REDACTED, strike.by(), strike.recordedAt());
        return with(
                Words.REDACTED, null, corrected, pinned, new EntryDetails.Redacted(), List.of(), struckBy, redactedBy);
    }

    /** The entry as if it had said this from the first. */
    TimelineEntry reworded(EntryDetails newDetails, String firstText) {
        if (redacted) {
            return this;
        }
        if (corrections.isEmpty()) {
            return with(firstText, lateReason, false, pinned, newDetails, corrections, strike, redaction);
        }
        var first = corrections.getFirst();
        var former = Stream.concat(
                        Stream.of(new Correction(firstText, first.reason(), first.by(), first.recordedAt())),
                        corrections.stream().skip(1))
                .toList();
        return with(text, lateReason, corrected, pinned, newDetails, former, strike, redaction);
    }

    /** The entry without a quotation from another one. */
    TimelineEntry without(String quotation, String instead) {
        var former = corrections.stream()
                .map(said -> new Correction(
                        said.formerText().replace(quotation, instead), said.reason(), said.by(), said.recordedAt()))
                .toList();
        return with(
                text.replace(quotation, instead), lateReason, corrected, pinned, details, former, strike, redaction);
    }

    private TimelineEntry with(
            String newText,
            @Nullable String newLateReason,
            boolean isCorrected,
            boolean isPinned,
            EntryDetails newDetails,
            List<Correction> newCorrections,
            @Nullable Strike newStrike,
            @Nullable Redaction newRedaction) {
        return new TimelineEntry(
                entryId,
                sequence,
                type,
                occurredAt,
                recordedAt,
                originallyRecordedAt,
                by,
                onBehalfOf,
                newText,
                late,
                newLateReason,
                newStrike != null,
                isCorrected,
                newRedaction != null,
                isPinned,
                newDetails,
                newCorrections,
                newStrike,
                newRedaction);
    }
}
