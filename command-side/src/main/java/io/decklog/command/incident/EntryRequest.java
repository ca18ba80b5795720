package io.decklog.command.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the body of every call that records something may carry. */
interface EntryRequest {

    /** The id the caller chose for what is recorded. */
    @Nullable
    UUID id();

    @Nullable
    Instant occurredAt();

    @Nullable
    String onBehalfOf();

    @Nullable
    String lateReason();

    static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
