package io.decklog.query.operator;

import io.decklog.query.operator.ProjectionStatus.State;
import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.rebuild.RebuildProgress;
import io.decklog.query.rebuild.Rebuilder;
import io.decklog.query.rebuild.Rebuilds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks after the projections. */
@Component
class Operations {

    private final EventProcessingConfiguration processing;
    private final ProjectionPositions positions;
    private final DeadLetters deadLetters;
    private final JdbcClient jdbc;
    private final Rebuilds rebuilds;
    private final Rebuilder rebuilder;

    Operations(
            EventProcessingConfiguration processing,
            ProjectionPositions positions,
            DeadLetters deadLetters,
            JdbcClient jdbc,
            Rebuilds rebuilds,
            Rebuilder rebuilder) {
        this.processing = processing;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
        this.rebuilder = rebuilder;
    }

    List<ProjectionStatus> all() {
        return ProjectionNames.ALL.stream().map(this::status).toList();
    }

    ProjectionStatus status(String projection) {
        var progress = positions.progress(projection);
        var rebuild = rebuilds.find(projection).orElse(null);
        return new ProjectionStatus(
                projection,
                state(projection, rebuild != null && rebuild.isOpen()),
                progress.index(),
                eventsAfter(progress.index()),
                deadLetters.count(projection),
                rebuild);
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

    /** Asks for rebuilds, which are worked on in the background; one that is asked for already stays as it is. */
    void replay(List<String> asked) {
        rebuilds.request(asked);
        rebuilder.wake();
    }

    void cancel(String projection) {
        rebuilds.cancel(projection);
    }

    Optional<RebuildProgress> rebuild(String projection) {
        return rebuilds.find(projection);
    }

    private StreamingEventProcessor processor(String projection) {
        return processing
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow();
    }
}
