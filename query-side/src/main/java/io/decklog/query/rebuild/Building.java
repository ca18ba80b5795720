package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.Intake;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.RecordedEvent;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;

/** A projection whose new tables are being built. It never comes further than the old ones are. */
final class Building {

    /** Events that are caught up with at a time; the last, shorter stretch is left for the switch. */
    private static final int STRETCH = 2_000;

    private final Projection<?> projection;
    private final Intake<?> intake;
    private final boolean isNew;
    private long position;

    /** @param isNew whether there is nothing yet that could answer, and no processor that carries it on */
    Building(Projection<?> projection, Intake<?> intake, boolean isNew) {
        this.projection = projection;
        this.intake = intake;
        this.isNew = isNew;
    }

    String name() {
        return projection.name();
    }

    Projection<?> projection() {
        return projection;
    }

    boolean isNew() {
        return isNew;
    }

    /** Up to where the new tables hold everything. */
    long position() {
        return position;
    }

    /** The tables have been rolled back to what they held at a position. */
    void isBackAt(long former) {
        position = former;
    }

    void takeWhole(List<List<RecordedEvent>> incidents) {
        incidents.forEach(intake::whole);
    }

    /** After the last whole incident. */
    void hasTakenAllUpTo(long end) {
        intake.flush();
        position = end;
    }

    void catchUpTo(long end, JdbcOperations connection, LogScan log) {
        catchUpWith(new Progress(end, new TreeSet<>()), connection, log);
    }

    void catchUpWith(Progress reached, JdbcOperations connection, LogScan log) {
        var isMore = position < reached.index();
        while (isMore) {
            var stretch = log.behind(connection, position, reached, STRETCH);
            intake.more(stretch.events());
            position = stretch.end();
            isMore = stretch.events().size() == STRETCH;
        }
    }
}
