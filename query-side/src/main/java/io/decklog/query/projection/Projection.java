package io.decklog.query.projection;

import io.decklog.api.incident.IncidentEvent;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Runs a fold inside an event processor. The rows a batch of events changes are written just before its unit of work
 * commits, so that rows and the processor's token stand or fall together.
 *
 * <p>An event the fold fails on leaves no row behind; the processor puts it, and every later event of the same incident,
 * into the dead letter queue.
 *
 * @param <R> the rows
 */
public abstract class Projection<R extends Row> {

    private final Fold<R> fold;
    private final JdbcRowStore<R> store;

    protected Projection(Fold<R> fold, JdbcRowStore<R> store) {
        this.fold = fold;
        this.store = store;
    }

    /** One of {@link ProjectionNames#ALL}. */
    public final String name() {
        return Objects.requireNonNull(
                        getClass().getAnnotation(ProcessingGroup.class),
                        () -> getClass() + " names no processing group")
                .value();
    }

    /**
     * Counts from 1, and goes up with every change to the fold, to its rows or to their tables that makes something else
     * of the events there are. A projection that was built by an earlier revision is rebuilt when the service starts.
     */
    public int revision() {
        return 1;
    }

    /** The names of its tables. */
    public final List<String> tables() {
        return store.tables();
    }

    /** Takes events into tables of the same names on another connection. */
    public final Intake<R> intake(NamedParameterJdbcTemplate connection) {
        return new Intake<>(fold, store.on(connection));
    }

    /** @param sequence Axon counts from 0, people from 1 */
    @EventHandler
    void on(IncidentEvent event, @SequenceNumber long sequence) {
        batch().take(new RecordedEvent(event, sequence + 1));
    }

    /**
     * A retried dead letter has a unit of work of its own inside the one that commits, hence the root. Whoever writes to
     * the tables holds the token from before the first read on: tables that were just rebuilt can then take their place.
     */
    private Batch<R> batch() {
        var unitOfWork = CurrentUnitOfWork.get().root();
        return unitOfWork.getOrComputeResource(
                Projection.class.getName() + '/' + getClass().getName(), _ -> {
                    store.lockToken(name());
                    var batch = new Batch<>(fold, store);
                    unitOfWork.onPrepareCommit(_ -> batch.flush());
                    return batch;
                });
    }
}
