package io.decklog.query.decision;

import io.decklog.query.paging.Cursor;
import io.decklog.query.projection.Table;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that were asked for, in SQL. Every view of the audit selects from {@code decision} by this one condition,
 * so that a filter means the same in all of them, and as of a moment, too.
 *
 * @param with what stands before the query: nothing, or the rows {@code decision} had at a moment
 * @param where the condition
 * @param parameters of both
 * @param q the words it asks for
 * @param asOf the moment of record time it is about, if one was asked for
 */
record Selection(
        String with,
        String where,
        Map<String, Object> parameters,
        @Nullable String q,
        @Nullable Instant asOf) {

    static final String NEWEST_FIRST = "decided_at DESC, id DESC, incident_id DESC";

    /** How many of those that match are ranked, the newest: else a word that stands everywhere would take seconds. */
    static final int RANKED = 10_000;

    private static final String BEHIND = "(decided_at, id, incident_id) < (:place, :place_id, :place_incident)";

    /**
     * The newest first, with a relevance of 0.
     *
     * @param behind whether only those behind a place are wanted, see {@link #behind(Cursor, int)}
     */
    String newestFirst(boolean behind) {
        var beyond = where.isEmpty() ? "WHERE " + BEHIND : where + " AND " + BEHIND;
        return "%s SELECT view, CAST(0 AS real) AS relevance FROM decision %s ORDER BY %s"
                .formatted(with, behind ? beyond : where, NEWEST_FIRST);
    }

    /**
     * The most relevant first, the newest among equals.
     *
     * @param behind whether only those behind a place and a relevance are wanted
     * @throws ProblemException 422 if no words are asked for
     */
    String mostRelevantFirst(boolean behind) {
        if (q == null) {
            throw ProblemException.invalid("order", "by relevance goes with q: words to be relevant to");
        }
        return """
                %1$s SELECT view, relevance FROM (
                    SELECT view, decided_at, id, incident_id,
                           ts_rank(search, websearch_to_tsquery('english', :q)) AS relevance
                    FROM decision %2$s ORDER BY %3$s LIMIT %4$d) AS newest
                %5$s ORDER BY relevance DESC, %3$s""".formatted(with, where, NEWEST_FIRST, RANKED, behind ? """
                        WHERE (relevance, decided_at, id, incident_id)
                            < (CAST(:relevance AS real), :place, :place_id, :place_incident)""" : "");
    }

    /** The same, with the parameters of a place: moment, id and incident, which the cursor has from a key on. */
    Selection behind(Cursor last, int from) {
        return with("place", Objects.requireNonNull(Table.time(last.instant(from))))
                .with("place_id", last.uuid(from + 1))
                .with("place_incident", last.uuid(from + 2));
    }

    /** The same, with one more parameter. */
    Selection with(String parameter, Object value) {
        var all = new HashMap<>(parameters);
        all.put(parameter, value);
        return new Selection(with, where, Map.copyOf(all), q, asOf);
    }
}
