package io.decklog.query.review;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.Replay;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.Rows;
import io.decklog.query.projection.Table;
import io.decklog.wiring.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads reviews: as they stand from the tables, as of a moment by replaying the log through the same fold. */
@Component
public class Reviews {

    private final NamedParameterJdbcTemplate jdbc;
    private final Rows<ReviewRow> rows;
    private final IncidentLog log;
    private final Clock clock;

    Reviews(NamedParameterJdbcTemplate jdbc, IncidentLog log, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new JdbcRowStore<>(jdbc, ReviewTables.ALL);
        this.log = log;
        this.clock = clock;
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code NOT_YET_RECORDED}, {@code REVIEW_NOT_OPEN} */
    Review one(IncidentId id, @Nullable Instant asOf) {
        var found = asOf == null ? live(id) : ReviewRows.of(Replay.of(new ReviewFold(), log.upTo(id, asOf)));
        var now = clock.instant();
        return found.review(asOf == null || asOf.isAfter(now) ? now : asOf, asOf)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "REVIEW_NOT_OPEN", "the incident has no review yet"));
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT} */
    public List<Review.Publication> publications(IncidentId id) {
        return live(id).publications();
    }

    /**
     * A postmortem exactly as it was published.
     *
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code UNKNOWN_VERSION}; 410 {@code ENTRY_REDACTED}
     */
    public Published published(IncidentId id, int version) {
        var found = live(id);
        var publication = found.publications().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(Reviews::unknownVersion);
        return jdbc
                .query(
                        "SELECT view FROM postmortem_version WHERE incident_id = :id AND version = :version",
                        Map.of("id", id.value(), "version", version),
                        ReviewTables.TEXTS.views())
                .stream()
                .flatMap(text -> Stream.ofNullable(text.markdown()))
                .findFirst()
                .map(markdown -> new Published(
                        found.head().number(), version, publication.publishedAt(), markdown, publication.sha256()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.GONE, "ENTRY_REDACTED", "the text of this version was redacted"));
    }

    /** @param sha256 of the text in UTF-8 */
    public record Published(IncidentNumber number, int version, Instant publishedAt, String markdown, String sha256) {}

    public static ProblemException unknownVersion() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "UNKNOWN_VERSION", "the postmortem has no such published version");
    }

    private ReviewRows live(IncidentId id) {
        return new ReviewRows(head(id), all(ReviewTables.FINDINGS, id), all(ReviewTables.ITEMS, id));
    }

    private ReviewRow.Head head(IncidentId id) {
        return rows.find(ReviewRow.Head.key(id), ReviewRow.Head.class)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id));
    }

    private <T extends Row> List<T> all(Table<T> table, IncidentId id) {
        return jdbc.query(
                "SELECT view FROM %s WHERE incident_id = :id".formatted(table.name()),
                Map.of("id", id.value()),
                table.views());
    }
}
