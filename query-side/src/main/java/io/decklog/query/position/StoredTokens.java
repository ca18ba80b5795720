package io.decklog.query.position;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens of the projections as they are stored. Everything here takes part in the transaction of the connection it is
 * given.
 */
@Component
public class StoredTokens {

    /** In the place of a process: nobody carries the projection on, because its tables are being built. */
    private static final String BUILDER = "rebuild";

    /** A claim counts from a little ahead: what builds tables may be silent for longer than a processor. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final Serializer serializer;
    private final Clock clock;

    StoredTokens(Serializer serializer, Clock clock) {
        this.serializer = serializer;
        this.clock = clock;
    }

    /** Empty if the projection has taken in nothing yet. */
    public Optional<Progress> find(JdbcOperations connection, String projection) {
        return JdbcClient.create(connection)
                .sql("""
                SELECT token, token_type FROM token_entry
                WHERE processor_name = ? AND segment = 0 AND token IS NOT NULL
                """)
                .param(projection)
                .query((row, _) -> read(row.getBytes("token"), row.getString("token_type")))
                .optional()
                .map(Progress::of);
    }

    private TrackingToken read(byte[] token, String type) {
        return Objects.requireNonNull(
                serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)));
    }

    /** The same, and nobody carries the projection on until the transaction ends. */
    public Optional<Progress> lock(JdbcOperations connection, String projection) {
        connection.queryForList(
                "SELECT FROM token_entry WHERE processor_name = ? AND segment = 0 FOR UPDATE", projection);
        return find(connection, projection);
    }

    /** Keeps processes from carrying the projection on for as long as this is repeated within ten seconds. */
    public void hold(JdbcOperations connection, String projection) {
        connection.update(
                """
                INSERT INTO token_entry (processor_name, segment, owner, "timestamp") VALUES (?, 0, ?, ?)
                ON CONFLICT (processor_name, segment) DO UPDATE
                SET owner = excluded.owner, "timestamp" = excluded."timestamp"
                """,
                projection,
                BUILDER,
                DateTimeUtils.formatInstant(clock.instant().plus(AHEAD)));
    }

    /** Lets any process carry on a projection that was held, from where it is. */
    public void release(JdbcOperations connection, String projection) {
        connection.update(
                "UPDATE token_entry SET owner = NULL WHERE processor_name = ? AND owner = ?", projection, BUILDER);
    }

    /**
     * Lets any process carry the projection on behind a position. One that has got hold of it meanwhile does not hear of
     * that: it is kept from it until it has noticed.
     */
    public void release(JdbcOperations connection, String projection, long position) {
        var token = serializer.serialize(GapAwareTrackingToken.newInstance(position, Set.of()), byte[].class);
        connection.update(
                """
                UPDATE token_entry
                SET token = ?, token_type = ?, "timestamp" = ?, owner = CASE WHEN owner = ? THEN NULL ELSE ? END
                WHERE processor_name = ? AND segment = 0
                """,
                token.getData(),
                token.getType().getName(),
                DateTimeUtils.formatInstant(clock.instant()),
                BUILDER,
                BUILDER,
                projection);
    }
}
