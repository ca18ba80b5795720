package io.decklog.query.timeline;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.paging.Conditions;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.JdbcRowStore;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.projection.RowKey;
import io.decklog.query.projection.Rows;
import io.decklog.query.projection.Table;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads timelines: as they stand from the tables, as of a moment by replaying the log through the same fold. */
@Component
public class Timelines {

    private final NamedParameterJdbcTemplate jdbc;
    private final Rows<TimelineRow> rows;
    private final IncidentLog log;
    private final TimelineFold fold;
    private final ProjectionPositions positions;

    Timelines(NamedParameterJdbcTemplate jdbc, IncidentLog log, TimelineFold fold, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.rows = new JdbcRowStore<>(jdbc, TimelineTables.ALL);
        this.log = log;
        this.fold = fold;
        this.positions = positions;
    }

    /** @param sequence how many events of the incident the page has seen */
    record Answer(Timeline timeline, long sequence) {}

    Answer page(IncidentId id, TimelineQuery query, @Nullable Instant asOf) {
        var position = positions.standsOn(List.of(ProjectionNames.TIMELINE));
        if (asOf == null) {
            return answer(head(rows, id), query, entries(id, query), null, position);
        }
        return replayed(log.upTo(id, asOf), query, asOf, position);
    }

    /**
     * A page of the timeline of an incident of which only these events are told.
     *
     * @param events its log up to some event
     */
    public Timeline page(List<RecordedEvent> events, TimelineQuery query) {
        var position = positions.standsOn(List.of(ProjectionNames.TIMELINE));
        return replayed(events, query, null, position).timeline();
    }

    private Answer replayed(List<RecordedEvent> events, TimelineQuery query, @Nullable Instant asOf, long position) {
        var replay = Replay.of(fold, events);
        var entries = replay.all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .toList();
        return answer(head(replay, events.getFirst().incidentId()), query, query.of(entries), asOf, position);
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code UNKNOWN_ENTRY}, {@code NOT_YET_RECORDED} */
    TimelineEntry entry(IncidentId id, UUID entryId, @Nullable Instant asOf) {
        Rows<TimelineRow> source = asOf == null ? rows : Replay.of(fold, log.upTo(id, asOf));
        head(source, id);
        return source.find(new RowKey(TimelineRow.ENTRY, id, entryId), TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .orElseThrow(() -> unknown("UNKNOWN_ENTRY", "the incident has no entry " + entryId));
    }

    private static TimelineRow.Head head(Rows<TimelineRow> rows, IncidentId id) {
        return rows.find(TimelineRow.Head.key(id), TimelineRow.Head.class)
                .orElseThrow(() -> unknown("UNKNOWN_INCIDENT", "there is no incident " + id));
    }

    private static ProblemException unknown(String code, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, detail);
    }

    private static Answer answer(
            TimelineRow.Head head,
            TimelineQuery query,
            List<TimelineEntry> found,
            @Nullable Instant asOf,
            long position) {
        var page = Paging.page(found, query.limit(), query::cursor);
        return new Answer(
                new Timeline(head.incidentId(), head.number(), asOf, position, page.items(), page.nextCursor()),
                head.sequence());
    }

    private List<TimelineEntry> entries(IncidentId id, TimelineQuery query) {
        var conditions = conditions(id, query);
        var direction = query.reverse() ? "DESC" : "ASC";
        var sql = """
                SELECT view FROM timeline_entry %s ORDER BY %s LIMIT %d
                """.formatted(
                        conditions.where(),
                        switch (query.order()) {
                            case OCCURRED -> "occurred_at %1$s, entry_sequence %1$s".formatted(direction);
                            case RECORDED -> "entry_sequence " + direction;
                        },
                        query.limit() + 1);
        return jdbc.query(sql, conditions.parameters(), TimelineTables.ENTRIES.views()).stream()
                .map(TimelineRow.Entry::entry)
                .toList();
    }

    private static Conditions conditions(IncidentId id, TimelineQuery query) {
        var kinds = query.kinds().stream().map(EntryType::wireName).toList();
        var conditions = new Conditions()
                .and("incident_id = :incident_id", "incident_id", id.value())
                .and("occurred_at >= :from", "from", Table.time(query.from()))
                .and("occurred_at <= :to", "to", Table.time(query.to()))
                .and("type IN (:kinds)", "kinds", kinds.isEmpty() ? null : kinds);
        return query.after() == null ? conditions : after(query, query.after(), conditions);
    }

    private static Conditions after(TimelineQuery query, TimelineQuery.Place place, Conditions conditions) {
        var beyond = query.reverse() ? "<" : ">";
        return switch (query.order()) {
            case OCCURRED ->
                conditions
                        .and(
                                "(occurred_at, entry_sequence) " + beyond + " (:at, :sequence)",
                                "at",
                                Table.time(place.occurredAt()))
                        .and("true", "sequence", place.sequence());
            case RECORDED -> conditions.and("entry_sequence " + beyond + " :sequence", "sequence", place.sequence());
        };
    }
}
