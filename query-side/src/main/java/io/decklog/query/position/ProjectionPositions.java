package io.decklog.query.position;

import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Knows how far each projection has come: from this process's own memory where it carries the projection on, else from
 * the token table. It only ever looks; fetching a token through Axon's store would claim it.
 */
@Component
public class ProjectionPositions {

    private final EventProcessingConfiguration processing;
    private final StoredTokens tokens;
    private final JdbcTemplate jdbc;

    ProjectionPositions(EventProcessingConfiguration processing, StoredTokens tokens, JdbcTemplate jdbc) {
        this.processing = processing;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** @param projection one of {@link io.decklog.query.projection.ProjectionNames} */
    public Progress progress(String projection) {
        return inMemory(projection)
                .map(Progress::of)
                .orElseGet(() -> tokens.find(jdbc, projection).orElse(Progress.NONE));
    }

    private Optional<TrackingToken> inMemory(String projection) {
        return processing
                .eventProcessor(projection, StreamingEventProcessor.class)
                .map(StreamingEventProcessor::processingStatus)
                .map(segments -> segments.get(0))
                .map(EventTrackerStatus::getTrackingToken);
    }

    /** The position an answer from these projections stands on: that of the one that is furthest behind. */
    public long standsOn(List<String> projections) {
        return projections.stream()
                .mapToLong(projection -> progress(projection).index())
                .min()
                .orElse(0);
    }
}
