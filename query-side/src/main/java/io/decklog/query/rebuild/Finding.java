package io.decklog.query.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification has come; the last one says what came out.
 *
 * @param position in the log: the tables should hold what all events up to it make
 * @param done how many events have been folded
 * @param total how many there are up to that position
 * @param rows how many rows have been compared
 * @param difference the first one; absent if there is none
 * @param reason why it could not be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String projection,
        State state,
        long position,
        long done,
        long total,
        long rows,
        @Nullable Difference difference,
        @Nullable String reason) {

    /** What is known so far. */
    public enum State {
        RUNNING,
        /** The tables hold what the log makes of them, in every column of every row. */
        EQUAL,
        DIFFERENT,
        /** It could not be told. */
        FAILED
    }

    /**
     * Where a table does not hold what the log makes of it.
     *
     * @param id of the row among those of its table and incident
     * @param field the column; within a view the path to the value. Absent if the row as a whole is missing or should not
     *     be there
     * @param expected what the log makes of it; absent if nothing
     * @param found what the table holds; absent if nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String table,
            UUID incidentId,
            UUID id,
            @Nullable String field,
            @Nullable String expected,
            @Nullable String found) {}
}
