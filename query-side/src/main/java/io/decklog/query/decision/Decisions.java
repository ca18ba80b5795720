package io.decklog.query.decision;

import io.decklog.query.download.Downloads;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.paging.PlannedByValue;
import io.decklog.query.projection.Replay;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.wiring.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about decisions. */
@Component
class Decisions {

    private final JdbcClient jdbc;
    private final IncidentLog log;
    private final DecisionFold fold;
    private final TimelineFold timeline;
    private final Highlighter highlighter;

    Decisions(
            DataSource dataSource, IncidentLog log, DecisionFold fold, TimelineFold timeline, Highlighter highlighter) {
        this.jdbc = JdbcClient.create(new PlannedByValue(dataSource));
        this.log = log;
        this.fold = fold;
        this.timeline = timeline;
        this.highlighter = highlighter;
    }

    /** The order of a list. */
    enum Order {
        /** Newest first. */
        DECIDED,
        /** By how well the words of {@code q} are met; of more than 10,000 decisions that meet them the newest are ranked. */
        RELEVANCE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Ranked(DecisionRow.Recorded row, float relevance) {}

    /**
     * @param cursor where the page starts; null for the first one
     * @throws ProblemException 400 for a cursor of another list, 422 for an order by relevance without words
     */
    Page<Found> page(Selection selection, Order order, @Nullable String cursor, int limit) {
        var rows = rows(selection, order, cursor, limit + 1, Decisions::ranked);
        var found = jdbc.sql(rows.sql())
                .params(rows.parameters())
                .query(rows.mapper())
                .list();
        var page = Paging.page(found, limit, ranked -> place(ranked, order));
        var items = page.items().stream()
                .map(ranked -> Found.of(ranked.row(), selection.asOf()))
                .toList();
        return new Page<>(highlighted(items, selection.q()), page.nextCursor());
    }

    /**
     * Everything, for a download.
     *
     * @param limit null for as many as there are
     * @throws ProblemException 400 for a cursor of another list and a limit below 1, 422 for an order by relevance
     *     without words
     */
    Downloads.Rows<Found> all(Selection selection, Order order, @Nullable String cursor, @Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw ProblemException.unreadable("limit", "must be at least 1");
        }
        return rows(
                selection,
                order,
                cursor,
                limit,
                (row, number) -> Found.of(ranked(row, number).row(), selection.asOf()));
    }

    private static <T> Downloads.Rows<T> rows(
            Selection selection, Order order, @Nullable String cursor, @Nullable Integer limit, RowMapper<T> mapper) {
        var behind = cursor == null ? selection : behind(selection, order, cursor);
        var sql = switch (order) {
            case DECIDED -> behind.newestFirst(cursor != null);
            case RELEVANCE -> behind.mostRelevantFirst(cursor != null);
        };
        return new Downloads.Rows<>(limit == null ? sql : sql + " LIMIT " + limit, behind.parameters(), mapper);
    }

    private static Selection behind(Selection selection, Order order, String cursor) {
        return switch (order) {
            case DECIDED -> selection.behind(Cursor.parse(cursor, order.key(), 3), 0);
            case RELEVANCE -> {
                var last = Cursor.parse(cursor, order.key(), 4);
                yield selection.behind(last, 1).with("relevance", last.real(0));
            }
        };
    }

    private static Ranked ranked(ResultSet row, int number) throws SQLException {
        return new Ranked(DecisionTables.DECISIONS.read(row.getString("view")), row.getFloat("relevance"));
    }

    private static Cursor place(Ranked last, Order order) {
        var decision = Decision.of(last.row());
        return switch (order) {
            case DECIDED -> Cursor.of(order.key(), decision.at(), decision.decisionId(), decision.incidentId());
            case RELEVANCE ->
                Cursor.of(order.key(), last.relevance(), decision.at(), decision.decisionId(), decision.incidentId());
        };
    }

    private List<Found> highlighted(List<Found> found, @Nullable String q) {
        if (q == null) {
            return found;
        }
        var highlights =
                highlighter.highlights(found.stream().map(Found::decision).toList(), q);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Found(found.get(i).decision(), found.get(i).asOf(), highlights.get(i)))
                .toList();
    }

    /**
     * @param asOf a moment of record time; null for now
     * @throws ProblemException 404 {@code UNKNOWN_DECISION}, {@code NOT_YET_RECORDED}
     */
    Decision one(UUID id, @Nullable Instant asOf) {
        var now = row(id);
        return asOf == null
                ? Decision.of(now)
                : Replay.of(fold, log.upTo(now.incidentId(), asOf))
                        .find(now.key())
                        .map(DecisionRow.Recorded.class::cast)
                        .map(Decision::of)
                        .orElseThrow(() -> new ProblemException(
                                HttpStatus.NOT_FOUND,
                                "NOT_YET_RECORDED",
                                "the decision was not recorded yet at " + asOf));
    }

    private DecisionRow.Recorded row(UUID id) {
        return jdbc.sql("SELECT view FROM decision WHERE id = :id ORDER BY incident_id LIMIT 1")
                .param("id", id)
                .query(DecisionTables.DECISIONS.views())
                .optional()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_DECISION", "there is no decision " + id));
    }

    /**
     * What was known when it was decided.
     *
     * @param asOf as far as the log knew of it at a moment of record time; null for now
     * @throws ProblemException 404 {@code UNKNOWN_DECISION}, {@code NOT_YET_RECORDED}; 409 {@code DECISION_NOT_RECORDED}
     *     as long as it is raised
     */
    Known known(UUID id, @Nullable Instant asOf) {
        var decision = one(id, asOf);
        if (decision.state() == DecisionState.RAISED) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "DECISION_NOT_RECORDED", "nothing has been decided on this question yet");
        }
        return Known.at(decision, log.upTo(decision.incidentId(), asOf), timeline, asOf);
    }
}
