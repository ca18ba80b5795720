package io.decklog.query.rebuild;

import io.decklog.query.projection.IntakeFailed;
import io.decklog.query.rebuild.Construction.Cancelled;
import io.decklog.query.rebuild.RebuildPass.Tools;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Where constructions are carried out, and whatever becomes of them is put in order. */
@Component
class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final DataSource dataSource;
    private final Tools tools;
    private final EventProcessingConfiguration processing;

    Site(DataSource dataSource, Tools tools, EventProcessingConfiguration processing) {
        this.dataSource = dataSource;
        this.tools = tools;
        this.processing = processing;
    }

    /** One that is neither done nor given up when this returns is begun again by the next pass. */
    void build(Construction construction) {
        var name = construction.name();
        try (var _ = construction.lots();
                var connection = OwnConnection.open(dataSource)) {
            construction.build(connection);
            LOG.info("Rebuilt: {}", name);
        } catch (CancellationException | InterruptedException ended) {
            LOG.info("The rebuild of {} has ended before its time: {}", name, ended.getMessage());
        } catch (Cancelled _) {
            LOG.info("The rebuild of {} was cancelled", name);
            giveUp(construction);
        } catch (IntakeFailed poison) {
            fail(construction, String.valueOf(poison.getMessage()));
        } catch (RuntimeException failure) {
            if (isForAnotherTime(failure)) {
                LOG.warn("The rebuild of {} did not come to its end and is tried again", name, failure);
            } else {
                LOG.error("The rebuild of {} has failed", name, failure);
                fail(construction, reason(failure));
            }
        } finally {
            carryOn(name);
        }
    }

    /** Whether the database was away or others were in the way, rather than that it would fail again in the same way. */
    private static boolean isForAnotherTime(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    /** What the database says of a row may quote it, and is not for everybody. */
    private static String reason(RuntimeException failure) {
        return failure instanceof DataAccessException
                ? "the database refuses what the rebuild writes; the log of the server says why"
                : "something went wrong on our side; the log of the server says what";
    }

    private void fail(Construction construction, String reason) {
        tools.rebuilds().fail(construction.name(), reason);
        giveUp(construction);
    }

    /** The processor goes the long way then, and puts aside what cannot be taken in. */
    private void giveUp(Construction construction) {
        if (construction.isNew()) {
            tools.revisions().built(tools.jdbc(), construction.projection());
            tools.tokens().release(tools.jdbc(), construction.name());
        }
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
