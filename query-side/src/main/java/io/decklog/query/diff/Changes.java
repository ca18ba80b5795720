package io.decklog.query.diff;

import io.decklog.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What makes one state of a story into a later one, everything in the order of the log. What happened to an entry that
 * was added shows in that entry only: the other lists are about entries that were known before.
 *
 * @param added the entries that were not known before, as they read at the later moment
 * @param backDated which of the added occurred before the earlier moment
 * @param corrected each replacement of a text
 * @param struck the entries that were struck through
 * @param redacted the entries that lost their text for good; that includes what they had been corrected to
 * @param pinned the entries that became key moments
 * @param reworded the entries that read differently for another reason, as they read at the later moment: what they quote
 *     was redacted, or they were corrected before they were redacted
 */
public record Changes(
        List<TimelineEntry> added,
        List<UUID> backDated,
        List<Corrected> corrected,
        List<Happened> struck,
        List<Happened> redacted,
        List<UUID> pinned,
        List<TimelineEntry> reworded) {

    /**
     * @param oldText what the entry said before
     * @param newText what it said from then on
     * @param reason why
     * @param by who corrected it
     * @param recordedAt when the log took the correction in
     */
    public record Corrected(
            UUID entryId, String oldText, String newText, String reason, String by, Instant recordedAt) {}

    /**
     * @param entryId the entry it happened to
     * @param reason why
     * @param by who did it
     * @param recordedAt when the log took it in
     */
    public record Happened(UUID entryId, String reason, String by, Instant recordedAt) {}
}
