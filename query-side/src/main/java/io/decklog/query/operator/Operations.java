package io.decklog.query.operator;

import io.decklog.query.operator.ProjectionStatus.State;
import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks after the projections. */
@Component
class Operations {

    private final EventProcessingConfiguration processing;
    private final ProjectionPositions positions;
    private final DeadLetters deadLetters;
    private final JdbcClient jdbc;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Operations(
            EventProcessingConfiguration processing,
            ProjectionPositions positions,
            DeadLetters deadLetters,
            JdbcClient jdbc) {
        this.processing = processing;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.jdbc = jdbc;
    }

    List<ProjectionStatus> all() {
        return ProjectionNames.ALL.stream().map(this::status).toList();
    }

    ProjectionStatus status(String projection) {
        var progress = positions.progress(projection);
        return new ProjectionStatus(
                projection,
                state(projection, progress.rebuilding()),
                progress.index(),
                eventsAfter(progress.index()),
                deadLetters.count(projection));
    }

    private State state(String projection, boolean rebuilding) {
        var segments = processor(projection).processingStatus();
        if (segments.values().stream().anyMatch(EventTrackerStatus::isErrorState)) {
            return State.FAILING;
        }
        if (rebuilding) {
            return State.REBUILDING;
        }
        return segments.isEmpty() ? State.STOPPED : State.RUNNING;
    }

    private long eventsAfter(long position) {
        return jdbc.sql("SELECT count(*) FROM domain_event_entry WHERE global_index > :position")
                .params(Map.of("position", position))
                .query(Long.class)
                .single();
    }

    /**
     * Forgets every row of the projection and its dead letters, and goes through the log again.
     *
     * @throws ProblemException 409 {@code PROJECTION_ELSEWHERE}
     */
    void replay(String projection) {
        oneAtATime.lock();
        try {
            var processor = processor(projection);
            processor.shutDown();
            try {
                processor.resetTokens();
            } catch (UnableToClaimTokenException elsewhere) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "PROJECTION_ELSEWHERE",
                        "another process carries this projection on: ask that one, or stop it first");
            } finally {
                processor.start();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private StreamingEventProcessor processor(String projection) {
        return processing
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow();
    }
}
