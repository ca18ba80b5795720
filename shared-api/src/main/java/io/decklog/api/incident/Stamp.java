package io.decklog.api.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every entry carries besides its content: its id, its author and its two times.
 *
 * @param id the id of what is recorded: of the entry, and of the decision or mitigation it creates
 * @param attribution who did it, through which client, for whom
 * @param occurredAt when it happened in the world, as told by the caller; microseconds
 * @param recordedAt when the log took it in, by the service's clock; strictly increasing within an incident, microseconds
 * @param originallyRecordedAt for an imported entry, when the log it came from took it in
 * @param lateReason why it is recorded noticeably later than it occurred
 */
public record Stamp(
        UUID id,
        Attribution attribution,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant originallyRecordedAt,
        @Nullable String lateReason) {

    /** The same stamp with another record time. */
    public Stamp recordedAt(Instant moment) {
        return new Stamp(id, attribution, occurredAt, moment, originallyRecordedAt, lateReason);
    }

    public EntryId entryId() {
        return new EntryId(id);
    }

    /** When the first log took the entry in: the original record time of an import, else the record time. */
    public Instant firstRecordedAt() {
        return originallyRecordedAt == null ? recordedAt : originallyRecordedAt;
    }
}
