package io.decklog.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Tokens, and the claims of the processes that carry projections on. A claim that was made in the future is none: the clock
 * was set back since, and whoever made it may be gone.
 */
final class ClaimStore extends JdbcTokenStore {

    /** Who builds tables claims from a little ahead, and the clocks of two machines differ. */
    private static final Duration AHEAD_AT_MOST = Duration.ofSeconds(10);

    ClaimStore(Builder builder) {
        super(builder);
    }

    @Override
    protected AbstractTokenEntry<?> readTokenEntry(ResultSet row) throws SQLException {
        var entry = super.readTokenEntry(row);
        var token = entry.getSerializedToken();
        return entry.timestamp().isAfter(AbstractTokenEntry.clock.instant().plus(AHEAD_AT_MOST))
                ? new GenericTokenEntry<>(
                        token == null ? null : (byte[]) token.getData(),
                        token == null ? null : token.getType().getName(),
                        DateTimeUtils.formatInstant(Instant.EPOCH),
                        entry.getOwner(),
                        entry.getProcessorName(),
                        entry.getSegment(),
                        byte[].class)
                : entry;
    }
}
