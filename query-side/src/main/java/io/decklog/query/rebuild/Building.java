package io.decklog.query.rebuild;

import io.decklog.query.position.Progress;
import io.decklog.query.projection.Intake;
import io.decklog.query.projection.RecordedEvent;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;

/** The new tables of a projection and how far they are. They never come further than the old ones. */
final class Building {

    /** Events that are caught up with at a time; the last, shorter stretch is left for the switch. */
    private static final int STRETCH = 2_000;

    private final Intake<?> intake;
    private final JdbcOperations connection;
    private final LogScan log;
    private long position;

    Building(Intake<?> intake, JdbcOperations connection, LogScan log) {
        this.intake = intake;
        this.connection = connection;
        this.log = log;
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

    void catchUpTo(long end) {
        catchUpWith(new Progress(end, new TreeSet<>()));
    }

    void catchUpWith(Progress reached) {
        var isMore = position < reached.index();
        while (isMore) {
            var stretch = log.behind(connection, position, reached, STRETCH);
            intake.more(stretch.events());
            position = stretch.end();
            isMore = stretch.events().size() == STRETCH;
        }
    }
}
