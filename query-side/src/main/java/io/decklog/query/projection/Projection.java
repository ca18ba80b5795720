package io.decklog.query.projection;

import io.decklog.api.incident.IncidentEvent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

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
    private final RowStore<R> store;

    protected Projection(Fold<R> fold, RowStore<R> store) {
        this.fold = fold;
        this.store = store;
    }

    /** @param sequence Axon counts from 0, people from 1 */
    @EventHandler
    void on(IncidentEvent event, @SequenceNumber long sequence) {
        batch().take(new RecordedEvent(event, sequence + 1));
    }

    @ResetHandler
    void onReset() {
        store.clear();
    }

    /** A retried dead letter has a unit of work of its own inside the one that commits, hence the root. */
    private Batch<R> batch() {
        var unitOfWork = CurrentUnitOfWork.get().root();
        return unitOfWork.getOrComputeResource(
                Projection.class.getName() + '/' + getClass().getName(), _ -> {
                    var batch = new Batch<>(fold, store);
                    unitOfWork.onPrepareCommit(_ -> batch.flush());
                    return batch;
                });
    }
}
