package io.decklog.query.position;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows how far each projection has come: from this process's own memory where it carries the projection on, else from
 * the token table. It only ever looks; fetching a token through Axon's store would claim it.
 */
@Component
public class ProjectionPositions {

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final Serializer serializer;

    ProjectionPositions(EventProcessingConfiguration processing, JdbcClient jdbc, Serializer serializer) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** @param projection one of {@link io.decklog.query.projection.ProjectionNames} */
    public Progress progress(String projection) {
        return inMemory(projection).map(Progress::of).orElseGet(() -> stored(projection));
    }

    private Optional<TrackingToken> inMemory(String projection) {
        return processing
                .eventProcessor(projection, StreamingEventProcessor.class)
                .map(StreamingEventProcessor::processingStatus)
                .map(segments -> segments.get(0))
                .map(EventTrackerStatus::getTrackingToken);
    }

    private Progress stored(String projection) {
        return jdbc.sql("""
                SELECT token, token_type FROM token_entry
                WHERE processor_name = :projection AND segment = 0 AND token IS NOT NULL
                """)
                .param("projection", projection)
                .query((row, _) -> read(row.getBytes("token"), row.getString("token_type")))
                .optional()
                .map(Progress::of)
                .orElse(Progress.NONE);
    }

    private TrackingToken read(byte[] token, String type) {
        return Objects.requireNonNull(
                serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)));
    }

    /** The position an answer from these projections stands on: that of the one that is furthest behind. */
    public long standsOn(List<String> projections) {
        return projections.stream()
                .mapToLong(projection -> progress(projection).index())
                .min()
                .orElse(0);
    }
}
