package io.decklog.command.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param lines how many lines it has; blank ones are none
 * @param taken lines that brought something new
 * @param skipped lines of which everything was there already
 * @param failed lines that could not be taken; nothing of them was
 * @param done how many lines are taken, skipped or failed
 * @param total the same as {@code lines}
 * @param entriesTaken how many entries the lines taken brought, declarations not counted
 * @param errors what was wrong, by line; the first thousand
 * @param errorCount how many errors there are in all
 * @param position in the log, of the last event it appended; a read that carries it sees all of that
 */
record ImportJob(
        ImportId id,
        State state,
        int lines,
        int taken,
        int skipped,
        int failed,
        int done,
        int total,
        long entriesTaken,
        List<LineError> errors,
        int errorCount,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Long position) {

    /** Where a job stands; the last three are for good. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * What is wrong with a line.
     *
     * @param line counted from 1, blank lines included
     * @param field where in the line: {@code entries[3].chosen}; {@code line} if it is the line as a whole
     */
    record LineError(int line, String field, String detail) {}
}
