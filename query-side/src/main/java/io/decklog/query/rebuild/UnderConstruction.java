package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.IntakeFailed;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.rebuild.RebuildPass.Tools;
import io.decklog.query.rebuild.RebuildProgress.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Projections whose new tables are being built, on one connection and in one transaction: whatever happens on the way, the
 * old tables are there as they were.
 */
final class UnderConstruction {

    private static final long TELL_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final OwnConnection connection;
    private final Tools tools;
    private final BooleanSupplier isStopping;
    private final ShadowTables shadow;
    private final Map<String, Building> buildings = new LinkedHashMap<>();
    private Step step = Step.READING;
    private long done;
    private long total;
    private long toldAt;

    UnderConstruction(OwnConnection connection, Tools tools, BooleanSupplier isStopping) {
        this.connection = connection;
        this.tools = tools;
        this.isStopping = isStopping;
        this.shadow = ShadowTables.toTakePlace(connection.jdbc());
    }

    List<String> names() {
        return List.copyOf(buildings.keySet());
    }

    /** @throws CancellationException if it is to stop */
    void build(List<Projection<?>> projections, DataSource dataSource) throws InterruptedException {
        projections.forEach(this::begin);
        var settled = tools.end().settled();
        var start = buildings.values().stream()
                .mapToLong(building -> limit(building, settled))
                .min()
                .orElse(0);
        total = tools.log().count(connection.jdbc(), start);
        at(Step.READING);
        try (var reading = ReadAhead.of(dataSource, tools.log(), new Progress(start, new TreeSet<>()))) {
            reading.forEach(this::takeWhole);
        }
        each(building -> building.hasTakenAllUpTo(start));
        at(Step.INDEXING);
        each(building -> {
            shadow.index(building.projection().tables());
            tell();
        });
        at(Step.SWITCHING);
        var change = new Switch(connection, tools, shadow);
        do {
            catchUp();
            tell();
        } while (!change.takesPlace(List.copyOf(buildings.values()), this::giveUp));
    }

    private void begin(Projection<?> projection) {
        var isNew = !tools.revisions().isBuilt(projection.name());
        shadow.create(projection.tables());
        buildings.put(projection.name(), new Building(projection, projection.intake(connection.named()), isNew));
    }

    private long limit(Building building, long settled) {
        return building.isNew()
                ? settled
                : tools.tokens()
                        .find(tools.jdbc(), building.name())
                        .map(reached -> Math.min(settled, reached.index()))
                        .orElse(0L);
    }

    private void takeWhole(List<List<RecordedEvent>> incidents) {
        each(building -> building.takeWhole(incidents));
        done += incidents.stream().mapToInt(List::size).sum();
        if (System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
            tell();
        }
    }

    /** With what was recorded meanwhile. */
    private void catchUp() throws InterruptedException {
        var settled = tools.end().settled();
        each(building -> building.catchUpTo(limit(building, settled), connection.jdbc(), tools.log()));
    }

    private void each(Consumer<Building> work) {
        for (var building : List.copyOf(buildings.values())) {
            try {
                work.accept(building);
            } catch (IntakeFailed failure) {
                giveUp(building, failure.getMessage());
            }
        }
    }

    /** @param reason null if it was cancelled */
    private void giveUp(Building building, @Nullable String reason) {
        buildings.remove(building.name());
        shadow.drop(building.projection().tables());
        if (reason != null) {
            tools.rebuilds().fail(building.name(), reason);
        }
        if (building.isNew()) {
            // The processor goes the long way then, and puts aside what cannot be taken in.
            tools.revisions().built(tools.jdbc(), building.projection());
            tools.tokens().release(tools.jdbc(), building.name());
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
        var running = tools.rebuilds().progress(names(), step, done, total);
        for (var building : List.copyOf(buildings.values())) {
            if (!running.contains(building.name())) {
                giveUp(building, null);
            } else if (building.isNew()) {
                tools.tokens().hold(tools.jdbc(), building.name());
            }
        }
        if (buildings.isEmpty()) {
            throw new CancellationException("nothing is left to be rebuilt");
        }
    }
}
