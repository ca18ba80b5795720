package io.decklog.wiring.log;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of another store as it is stored there.
 *
 * @param position its place in the log, 1 or more
 * @param identifier the id of its entry
 * @param aggregateIdentifier the incident
 * @param sequenceNumber its place in the incident, 0 or more
 * @param type of the aggregate
 * @param payloadType the simple name of the event
 * @param payload JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // events are not compared
public record CopiedEvent(
        long position,
        String identifier,
        String aggregateIdentifier,
        long sequenceNumber,
        String type,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        Map<String, ?> metaData,
        Instant timestamp) {

    /** Whether both are the same event, whatever became of its text. */
    public boolean isSameAs(CopiedEvent other) {
        return position == other.position
                && identifier.equals(other.identifier)
                && aggregateIdentifier.equals(other.aggregateIdentifier)
                && sequenceNumber == other.sequenceNumber
                && timestamp.equals(other.timestamp);
    }
}
