package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.IntakeFailed;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.rebuild.LogScan.Stretch;
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

    /** Events that are caught up with at a time; the last, shorter stretch is left for the switch. */
    private static final int STRETCH = 2_000;

    private final OwnConnection connection;
    private final Tools tools;
    private final BooleanSupplier isStopping;
    private final ShadowTables shadow;
    private final Map<String, Building> buildings = new LinkedHashMap<>();
    private Step step = Step.READING;
    private long position;
    private long done;
    private long total;
    private long toldAt;

    UnderConstruction(OwnConnection connection, Tools tools, BooleanSupplier isStopping) {
        this.connection = connection;
        this.tools = tools;
        this.isStopping = isStopping;
        this.shadow = ShadowTables.open(connection.jdbc());
    }

    List<String> names() {
        return List.copyOf(buildings.keySet());
    }

    /** @throws CancellationException if it is to stop */
    void build(List<Projection<?>> projections, DataSource dataSource) throws InterruptedException {
        projections.forEach(this::begin);
        position = tools.end().settled();
        total = tools.log().count(connection.jdbc(), position);
        at(Step.READING);
        try (var reading = ReadAhead.of(dataSource, tools.log(), upTo(position))) {
            reading.forEach(this::takeWhole);
        }
        each(building -> building.intake().flush());
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
        } while (!change.takesPlace(List.copyOf(buildings.values()), position, this::giveUp));
    }

    private void begin(Projection<?> projection) {
        var isNew = !tools.revisions().isBuilt(projection.name());
        shadow.create(projection.tables());
        buildings.put(projection.name(), new Building(projection, projection.intake(connection.named()), isNew));
    }

    private static Progress upTo(long position) {
        return new Progress(position, new TreeSet<>());
    }

    private void takeWhole(List<List<RecordedEvent>> incidents) {
        each(building -> incidents.forEach(building.intake()::whole));
        done += incidents.stream().mapToInt(List::size).sum();
        tellNowAndThen();
    }

    /** With what was recorded meanwhile. */
    private void catchUp() throws InterruptedException {
        Stretch stretch;
        do {
            stretch = tools.log()
                    .behind(connection.jdbc(), position, upTo(tools.end().settled()), STRETCH);
            var events = stretch.events();
            each(building -> building.intake().more(events));
            position = stretch.end();
            done += events.size();
            total += events.size();
            tellNowAndThen();
        } while (stretch.events().size() == STRETCH);
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

    private void tellNowAndThen() {
        if (System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
            tell();
        }
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
