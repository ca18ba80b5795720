package io.decklog.query.rebuild;

import io.decklog.query.rebuild.Construction.Cancelled;
import io.decklog.query.rebuild.RebuildPass.Tools;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/**
 * Puts new tables in the place of the old ones. Whoever carries a projection on holds its token while it works; with the
 * token in hand the new tables are brought to the very position of the old ones, and the processor goes on from there
 * without noticing.
 */
final class Switch {

    /** Readers that come meanwhile wait this long at most. PostgreSQL looks for deadlocks after a second. */
    private static final String PATIENCE = "100ms";

    /** PostgreSQL ends its cleaning of a table only for somebody who has waited for a second; nobody else has to wait. */
    private static final String CLEANERS_PATIENCE = "3s";

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

    /**
     * @return whether it is done; else somebody was in the way
     * @throws Cancelled if the rebuild was cancelled at the last moment
     */
    boolean takesPlace(Construction construction, Building building) throws InterruptedException {
        var tables = construction.projection().tables();
        var position = building.position();
        if (!isGranted(CLEANERS_PATIENCE, () -> shadow.keepCleanersAway(tables))) {
            return false;
        }
        var isDone = isGranted(PATIENCE, () -> {
            bringUpToDate(construction, building);
            shadow.takePlace(tables);
        });
        if (isDone) {
            connection.commit();
        } else {
            building.isBackAt(position);
            Thread.sleep(PAUSE_MILLIS);
        }
        return isDone;
    }

    /** Does something that needs locks, or nothing if they are not given. */
    private boolean isGranted(String patience, Runnable work) {
        var before = connection.savepoint();
        connection.jdbc().execute("SET LOCAL lock_timeout = '" + patience + "'");
        try {
            work.run();
            return true;
        } catch (DataAccessException failure) {
            if (!isLockNotGiven(failure)) {
                throw failure;
            }
            connection.rollBackTo(before);
            return false;
        }
    }

    private static boolean isLockNotGiven(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_GIVEN.contains(String.valueOf(cause.getSQLState()));
    }

    private void bringUpToDate(Construction construction, Building building) {
        var jdbc = connection.jdbc();
        var name = construction.name();
        var reached = tools.tokens().lock(jdbc, name);
        if (construction.isNew()) {
            tools.tokens().release(jdbc, name, building.position());
        } else {
            reached.ifPresent(building::catchUpWith);
        }
        jdbc.update("DELETE FROM dead_letter_entry WHERE processing_group = ?", name);
        tools.revisions().built(jdbc, construction.projection());
        if (!tools.rebuilds().done(jdbc, name, building.position())) {
            throw new Cancelled();
        }
    }
}
