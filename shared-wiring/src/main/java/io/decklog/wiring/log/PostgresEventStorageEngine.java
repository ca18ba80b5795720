package io.decklog.wiring.log;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Axon's JDBC engine with what PostgreSQL can do better: it tells the {@link LogPosition} of what it appends, tells an
 * id that is taken from a race that was lost, and reads past gaps by index.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    private static final String APPEND = """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                            payload_type, payload_revision, payload, meta_data, time_stamp)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Events read from the database at a time, for one incident as for a projection. */
    private static final int BATCH_SIZE = 500;

    /** How far before the first event of all somebody may still be writing. */
    private static final long FIRST_GAPS = 10_000;

    private final SettledPositions positions = new SettledPositions();

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
    }

    static PostgresEventStorageEngine of(UnaryOperator<Builder> settings) {
        var builder = builder();
        builder.readEventDataWithGaps(PostgresEventStorageEngine::readPastGaps);
        builder.batchSize(BATCH_SIZE);
        builder.gapCleaningThreshold(Integer.MAX_VALUE); // Gaps are given up when they are settled, see below.
        return new PostgresEventStorageEngine(settings.apply(builder));
    }

    /** Runs in the transaction of the unit of work that publishes the events. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try (var statement = getConnection().prepareStatement(APPEND, new String[] {"global_index"})) {
            for (var event : events) {
                addRow(statement, (DomainEventMessage<?>) event, serializer);
            }
            statement.executeBatch();
            rememberPosition(statement);
        } catch (SQLException failure) {
            refuseTakenId(failure);
            handlePersistenceException(failure, events.getFirst());
        }
    }

    private static void addRow(PreparedStatement row, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        var payload = event.serializePayload(serializer, byte[].class);
        var metaData = event.serializeMetaData(serializer, byte[].class);
        row.setString(1, event.getIdentifier());
        row.setString(2, event.getAggregateIdentifier());
        row.setLong(3, event.getSequenceNumber());
        row.setString(4, event.getType());
        row.setString(5, payload.getType().getName());
        row.setString(6, payload.getType().getRevision());
        row.setBytes(7, payload.getData());
        row.setBytes(8, metaData.getData());
        row.setString(9, event.getTimestamp().toString());
        row.addBatch();
    }

    private static void rememberPosition(PreparedStatement statement) throws SQLException {
        try (var keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                var position = keys.getLong(1);
                CurrentUnitOfWork.ifStarted(unitOfWork -> LogPosition.remember(unitOfWork, position));
            }
        }
    }

    /**
     * Axon takes an event whose id is that of its aggregate for one that has no aggregate, and loses its sequence
     * number. Here the declaration of an incident may well carry the incident's own id.
     */
    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previousToken)
            throws SQLException {
        var tracked = super.getTrackedEventData(row, previousToken);
        return new TrackedDomainEventData<>(
                token(row.getLong("global_index"), previousToken),
                new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        tracked.getEventIdentifier(),
                        tracked.getTimestamp(),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getBytes("payload"),
                        row.getBytes("meta_data")));
    }

    /**
     * Axon forgets the positions that are missing before an event which is a minute old by the clock of who wrote it, or ten
     * thousand positions behind: a write that took longer, or was made while a clock was set, would never be told.
     */
    private static GapAwareTrackingToken token(long position, @Nullable GapAwareTrackingToken previous) {
        return previous == null
                ? GapAwareTrackingToken.newInstance(
                        position,
                        LongStream.range(Math.max(1, position - FIRST_GAPS), position)
                                .boxed()
                                .toList())
                : previous.advanceTo(position, Integer.MAX_VALUE);
    }

    /** A position that was missing is given up once nobody can fill it any more. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        if (!(lastToken instanceof GapAwareTrackingToken known && known.hasGaps())) {
            return super.fetchTrackedEvents(lastToken, batchSize);
        }
        var settled = settled();
        return super.fetchTrackedEvents(lastToken, batchSize).stream()
                .map(event -> isBehind(known, event) ? withoutGapsUpTo(settled, event) : event)
                .toList();
    }

    private long settled() {
        var connection = getConnection();
        try {
            return positions.settled(connection);
        } catch (SQLException failure) {
            throw new EventStoreException("It cannot be told who is writing", failure);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    /** Those that fill a gap come first. With the first that is behind all of them, each that was filled has been read. */
    private static boolean isBehind(GapAwareTrackingToken known, TrackedEventData<?> event) {
        return ((GapAwareTrackingToken) event.trackingToken()).getIndex() > known.getIndex();
    }

    private static TrackedEventData<?> withoutGapsUpTo(long settled, TrackedEventData<?> event) {
        var token = (GapAwareTrackingToken) event.trackingToken();
        return new TrackedDomainEventData<>(token.withGapsTruncatedAt(settled + 1), (DomainEventData<?>) event);
    }

    private static void refuseTakenId(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused
                    && refused.getServerErrorMessage() != null
                    && "one_event_per_identifier"
                            .equals(refused.getServerErrorMessage().getConstraint())) {
                throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of something else", "id");
            }
        }
    }

    /**
     * The stock query joins "after the index" and "one of the gaps" by OR, which PostgreSQL answers by reading far more
     * than it returns once the log is large. Two index scans do not.
     */
    private static PreparedStatement readPastGaps(
            Connection connection, EventSchema schema, long globalIndex, int batchSize, List<Long> gaps)
            throws SQLException {
        var statement =
                connection.prepareStatement("""
                SELECT %1$s FROM %2$s WHERE global_index = ANY (?)
                UNION ALL
                (SELECT %1$s FROM %2$s WHERE global_index > ? ORDER BY global_index LIMIT ?)
                ORDER BY global_index
                """.formatted(schema.trackedEventFields(), schema.domainEventTable()));
        statement.setArray(1, connection.createArrayOf("bigint", gaps.toArray()));
        statement.setLong(2, globalIndex);
        statement.setInt(3, batchSize);
        return statement;
    }
}
