package io.decklog.query.projection;

import io.decklog.api.evolution.EventJson;
import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * @param made the columns that SQL makes of values which are no columns themselves, such as {@code to_tsvector(:words)}
 * @param columns the values of the other columns beside the view, and what the {@code made} ones are made of, by name; each
 *     row has the same names
 */
public record Table<T extends Row>(
        String name,
        Class<T> type,
        Map<String, String> made,
        Function<T, Map<String, ? extends @Nullable Object>> columns) {

    private static final JsonMapper JSON = EventJson.mapper();

    /** One whose columns all have their values from the row. */
    public Table(String name, Class<T> type, Function<T, Map<String, ? extends @Nullable Object>> columns) {
        this(name, type, Map.of(), columns);
    }

    /** One without columns beside the view. */
    public Table(String name, Class<T> type) {
        this(name, type, _ -> Map.of());
    }

    /** Reads back what was written: an equal row. */
    public T read(String view) {
        return JSON.readValue(view, type);
    }

    /** Reads the rows of a query that selects {@code view}. */
    public RowMapper<T> views() {
        return (result, _) -> read(result.getString("view"));
    }

    /** Keeps each row, unless the table already holds that row with the same or a higher sequence. */
    void upsert(NamedParameterJdbcTemplate jdbc, Collection<? extends Row> rows) {
        jdbc.batchUpdate(
                statements(rows).upsert(),
                values(rows).map(MapSqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    /** Adds rows the table does not hold, much quicker. */
    void insert(NamedParameterJdbcTemplate jdbc, Collection<? extends Row> rows) {
        jdbc.getJdbcOperations()
                .execute((Connection connection) -> new RowCopy(connection, statements(rows))
                        .add(values(rows).iterator()));
    }

    private TableStatements statements(Collection<? extends Row> rows) {
        var anyRow = type.cast(rows.iterator().next());
        return TableStatements.of(name, columns.apply(anyRow).keySet(), made);
    }

    private Stream<Map<String, @Nullable Object>> values(Collection<? extends Row> rows) {
        return rows.stream().map(type::cast).map(this::values);
    }

    private Map<String, @Nullable Object> values(T row) {
        var values = new HashMap<String, @Nullable Object>();
        columns.apply(row).forEach((column, value) -> values.put(column, storable(value)));
        values.put("incident_id", row.key().incidentId().value());
        values.put("id", row.key().id());
        values.put("sequence", row.sequence());
        values.put("view", JSON.writeValueAsString(row));
        return values;
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
