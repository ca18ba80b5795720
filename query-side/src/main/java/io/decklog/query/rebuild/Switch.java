package io.decklog.query.rebuild;

import io.decklog.query.projection.IntakeFailed;
import io.decklog.query.rebuild.RebuildPass.Tools;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Puts new tables in the place of the old ones. Whoever carries a projection on holds its token while it works; with the
 * tokens in hand the new tables are brought to the very position of the old ones, and the processor goes on from there
 * without noticing.
 */
final class Switch {

    /** Readers that come meanwhile wait this long at most. PostgreSQL looks for deadlocks after a second. */
    private static final String PATIENCE = "100ms";

    private static final long PAUSE_MILLIS = 50;

    /** PostgreSQL's SQL states for a lock that was not given in time, and for a deadlock. */
    private static final Set<String> LOCK_NOT_GIVEN = Set.of("55P03", "40P01");

    private final OwnConnection connection;
    private final Tools tools;
    private final ShadowTables shadow;

    Switch(OwnConnection connection, Tools tools, ShadowTables shadow) {
        this.connection = connection;
        this.tools = tools;
        this.shadow = shadow;
    }

    /** Somebody cancelled it at the last moment. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Does it for all of them or for none.
     *
     * @param giveUp takes one that cannot be switched, and why; null if it was cancelled
     * @return whether it is done; else somebody was in the way, or one was given up
     */
    boolean takesPlace(List<Building> buildings, BiConsumer<Building, @Nullable String> giveUp)
            throws InterruptedException {
        var before = connection.savepoint();
        var positions = buildings.stream().mapToLong(Building::position).toArray();
        connection.jdbc().execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
        try {
            for (var building : buildings) {
                try {
                    bringUpToDate(building);
                } catch (IntakeFailed | Cancelled end) {
                    rollBack(before, buildings, positions);
                    giveUp.accept(building, end.getMessage());
                    return false;
                }
            }
            shadow.takePlace(buildings.stream()
                    .flatMap(building -> building.projection().tables().stream())
                    .toList());
            shadow.close();
            connection.commit();
            return true;
        } catch (DataAccessException failure) {
            if (!isLockNotGiven(failure)) {
                throw failure;
            }
            rollBack(before, buildings, positions);
            Thread.sleep(PAUSE_MILLIS);
            return false;
        }
    }

    private void rollBack(Savepoint before, List<Building> buildings, long[] positions) {
        connection.rollBackTo(before);
        for (var i = 0; i < positions.length; i++) {
            buildings.get(i).isBackAt(positions[i]);
        }
    }

    private static boolean isLockNotGiven(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_GIVEN.contains(String.valueOf(cause.getSQLState()));
    }

    private void bringUpToDate(Building building) {
        var jdbc = connection.jdbc();
        var name = building.name();
        var reached = tools.tokens().lock(jdbc, name);
        if (building.isNew()) {
            tools.tokens().release(jdbc, name, building.position());
        } else {
            reached.ifPresent(progress -> building.catchUpWith(progress, jdbc, tools.log()));
        }
        jdbc.update("DELETE FROM dead_letter_entry WHERE processing_group = ?", name);
        tools.revisions().built(jdbc, building.projection());
        if (!tools.rebuilds().done(jdbc, name, building.position())) {
            throw new Cancelled();
        }
    }
}
