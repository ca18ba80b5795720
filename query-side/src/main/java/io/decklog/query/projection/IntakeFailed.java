package io.decklog.query.projection;

import java.io.Serial;

/** An event a fold cannot take in; the message names it. */
public final class IntakeFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    IntakeFailed(RecordedEvent event, RuntimeException cause) {
        super(
                "event %d of incident %s cannot be taken in: %s"
                        .formatted(event.sequence(), event.incidentId(), cause.getMessage()),
                cause);
    }
}
