package io.decklog.query.projection;

import io.decklog.api.evolution.EventJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of one kind of row. The row itself is kept whole as JSON in the column {@code view}; the columns beside it
 * are what queries filter and order by.
 *
 * @param <T> the row
 * @param name of the table, the same as the kind in the key of its rows
 * @param type of the rows
 * @param upsert the statement that keeps a row, with the parameters incident_id, id, sequence, view and those of columns
 * @param columns the values of the columns beside the view, by parameter name
 */
public record Table<T extends Row>(
        String name, Class<T> type, String upsert, Function<T, Map<String, ? extends @Nullable Object>> columns) {

    private static final JsonMapper JSON = EventJson.mapper();

    /** Reads back what {@link #upsert(NamedParameterJdbcTemplate, Collection)} wrote: an equal row. */
    public T read(String view) {
        return JSON.readValue(view, type);
    }

    /** Reads the rows of a query that selects {@code view}. */
    public RowMapper<T> views() {
        return (result, _) -> read(result.getString("view"));
    }

    void upsert(NamedParameterJdbcTemplate jdbc, Collection<? extends Row> rows) {
        jdbc.batchUpdate(
                upsert, rows.stream().map(type::cast).map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(T row) {
        var storable = new MapSqlParameterSource();
        columns.apply(row).forEach((column, value) -> storable.addValue(column, storable(value)));
        return storable.addValue("incident_id", row.key().incidentId().value())
                .addValue("id", row.key().id())
                .addValue("sequence", row.sequence())
                .addValue("view", JSON.writeValueAsString(row));
    }

    /** PostgreSQL has no text with a zero character in it, and one such text must not hold up every event behind it. */
    private static @Nullable Object storable(@Nullable Object value) {
        return value instanceof String text ? text.replace('\0', ' ') : value;
    }

    /** A moment, as PostgreSQL's driver takes it: it would round up what is finer than a microsecond. */
    public static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
