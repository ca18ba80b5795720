package io.decklog.query.rebuild;

import io.decklog.query.projection.Projection;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.rebuild.RebuildPass.Tools;
import io.decklog.query.rebuild.RebuildProgress.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Builds the new tables of one projection, on a connection of its own and in one transaction: whatever happens on the way,
 * the old tables are there as they were, and other projections do not mind.
 */
final class Construction {

    private static final long TELL_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Projection<?> projection;
    private final Tools tools;
    private final Extent extent;
    private final BooleanSupplier isStopping;
    private final boolean isNew;
    private final Lots lots = new Lots();
    private Step step = Step.READING;
    private long done;
    private long toldAt;

    /** @param isStopping asked now and then */
    Construction(Projection<?> projection, Tools tools, Extent extent, BooleanSupplier isStopping) {
        this.projection = projection;
        this.tools = tools;
        this.extent = extent;
        this.isStopping = isStopping;
        this.isNew = !tools.revisions().isBuilt(projection.name());
    }

    /**
     * What is read in one go for all who build.
     *
     * @param end its last position
     * @param events how many there are up to it
     */
    record Extent(long end, long events) {}

    /** Somebody does not want it any more. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    String name() {
        return projection.name();
    }

    Projection<?> projection() {
        return projection;
    }

    /** Whether there is nothing yet that could answer, and no processor that carries it on. */
    boolean isNew() {
        return isNew;
    }

    /** Where it expects the whole incidents of the extent. */
    Lots lots() {
        return lots;
    }

    /**
     * Returns when the new tables have taken the place of the old ones.
     *
     * @throws CancellationException if the process ends
     * @throws Cancelled if the rebuild was cancelled
     * @throws io.decklog.query.projection.IntakeFailed if there is an event the fold cannot take in
     */
    void build(OwnConnection connection) throws InterruptedException {
        var shadow = ShadowTables.toTakePlace(connection.jdbc(), name());
        shadow.create(projection.tables());
        var building = new Building(projection.intake(connection.named()), connection.jdbc(), tools.log());
        at(Step.READING);
        lots.forEach(incidents -> takeWhole(building, incidents));
        building.hasTakenAllUpTo(extent.end());
        at(Step.INDEXING);
        shadow.index(projection.tables(), this::tell);
        at(Step.SWITCHING);
        var change = new Switch(connection, tools, shadow);
        do {
            building.catchUpTo(tools.limit(name(), isNew, tools.end().settled()));
            tell();
        } while (!change.takesPlace(this, building));
    }

    private void takeWhole(Building building, List<List<RecordedEvent>> incidents) {
        building.takeWhole(incidents);
        done += incidents.stream().mapToInt(List::size).sum();
        if (System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
            tell();
        }
    }

    private void at(Step next) {
        step = next;
        tell();
    }

    private void tell() {
        if (isStopping.getAsBoolean()) {
            throw new CancellationException("the process ends");
        }
        toldAt = System.nanoTime();
        if (!tools.rebuilds().progress(name(), step, done, extent.events())) {
            throw new Cancelled();
        }
        if (isNew) {
            tools.tokens().hold(tools.jdbc(), name());
        }
    }
}
