package io.decklog.query.rebuild;

import io.decklog.query.log.LogEnd;
import io.decklog.query.position.StoredTokens;
import io.decklog.query.projection.Projection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rebuilds together whatever is asked for: the log is read once for all of it. One process at a time does so. */
@Component
class RebuildPass {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildPass.class);

    /** What the lock is called by which processes agree on who rebuilds. */
    private static final long LOCK = 0x6465636b6c6f67L;

    private final DataSource dataSource;
    private final List<Projection<?>> projections;
    private final Tools tools;
    private final EventProcessingConfiguration processing;

    RebuildPass(
            DataSource dataSource,
            List<Projection<?>> projections,
            Tools tools,
            EventProcessingConfiguration processing) {
        this.dataSource = dataSource;
        this.projections = projections;
        this.tools = tools;
        this.processing = processing;
    }

    /** What a pass works with. */
    @Component
    record Tools(
            Rebuilds rebuilds, Revisions revisions, StoredTokens tokens, LogEnd end, LogScan log, JdbcTemplate jdbc) {}

    /**
     * Does nothing if another process is at it. Stopped on the way, all of it is begun again by the next pass.
     *
     * @param isStopping asked now and then
     */
    void run(BooleanSupplier isStopping) throws InterruptedException {
        try (var connection = OwnConnection.open(dataSource)) {
            var isOurs = connection.jdbc().queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
            if (Boolean.TRUE.equals(isOurs)) {
                run(connection, isStopping);
            }
        }
    }

    private void run(OwnConnection connection, BooleanSupplier isStopping) throws InterruptedException {
        var asked = tools.rebuilds().start();
        try {
            var under = new UnderConstruction(connection, tools, isStopping);
            under.build(
                    projections.stream()
                            .filter(projection -> asked.contains(projection.name()))
                            .toList(),
                    dataSource);
            LOG.info("Rebuilt: {}", under.names());
        } catch (CancellationException ended) {
            LOG.info("Rebuilding has ended before its time: {}", ended.getMessage());
        } catch (RuntimeException failure) {
            if (isForAnotherTime(failure)) {
                throw failure;
            }
            LOG.error("The rebuild of {} has failed", asked, failure);
            asked.forEach(name ->
                    tools.rebuilds().fail(name, "something went wrong on our side; the log of the server says what"));
        } finally {
            asked.forEach(this::carryOn);
        }
    }

    /** Whether the database was away or others were in the way, rather than that it would fail again in the same way. */
    private static boolean isForAnotherTime(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    /** A processor that was kept from its projection would find out by itself, but only after some seconds. */
    private void carryOn(String projection) {
        processing
                .eventProcessor(projection, StreamingEventProcessor.class)
                .filter(StreamingEventProcessor::isRunning)
                .filter(processor -> processor.processingStatus().isEmpty())
                .ifPresent(processor -> {
                    var _ = processor.claimSegment(0);
                });
    }
}
