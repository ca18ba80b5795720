package io.decklog.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Rows in tables, one for each kind. Takes part in the transaction of the caller.
 *
 * @param <R> the rows
 */
public final class JdbcRowStore<R extends Row> implements RowStore<R> {

    private final NamedParameterJdbcTemplate jdbc;
    private final List<Table<? extends R>> tables;
    private final Map<String, Table<? extends R>> byName;

    public JdbcRowStore(NamedParameterJdbcTemplate jdbc, List<Table<? extends R>> tables) {
        this.jdbc = jdbc;
        this.tables = List.copyOf(tables);
        this.byName = tables.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));
    }

    @Override
    public Optional<R> find(RowKey key) {
        var table = table(key.kind());
        var sql = """
                SELECT view FROM %s WHERE incident_id = :incident_id AND id = :id
                """.formatted(table.name());
        var views =
                jdbc.queryForList(sql, Map.of("incident_id", key.incidentId().value(), "id", key.id()), String.class);
        return views.stream().filter(Objects::nonNull).findFirst().map(table::read);
    }

    @Override
    public void upsert(Collection<R> rows) {
        byKind(rows).forEach((kind, ofKind) -> table(kind).upsert(jdbc, ofKind));
    }

    @Override
    public void insert(Collection<R> rows) {
        byKind(rows).forEach((kind, ofKind) -> table(kind).insert(jdbc, ofKind));
    }

    private Map<String, List<R>> byKind(Collection<R> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.key().kind()));
    }

    /** The names of the tables. */
    List<String> tables() {
        return tables.stream().<String>map(Table::name).toList();
    }

    /** Tables of the same names, as another connection sees them. */
    JdbcRowStore<R> on(NamedParameterJdbcTemplate connection) {
        return new JdbcRowStore<>(connection, tables);
    }

    /** Keeps everybody else from carrying the projection on until the transaction ends. */
    void lockToken(String projection) {
        jdbc.queryForList(
                "SELECT FROM token_entry WHERE processor_name = :projection FOR UPDATE",
                Map.of("projection", projection));
    }

    private Table<? extends R> table(String kind) {
        return Objects.requireNonNull(byName.get(kind), () -> "there is no table for rows of kind " + kind);
    }
}
