package io.decklog.query.stopgap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the stopgap ledger.
 *
 * @param asOf the moment of record time at which it was read, if one was asked for
 * @param nextCursor where the next page starts; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ledger(
        @Nullable Instant asOf,
        List<Stopgap> items,
        @Nullable String nextCursor) {}
