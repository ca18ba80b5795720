package io.decklog.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SQL that writes rows of a table.
 *
 * @param given the columns whose values a row gives
 * @param ingredients the values a row gives that are no columns
 * @param made the other columns, and the SQL that makes them of the ingredients, as named parameters
 */
record TableStatements(String table, List<String> given, List<String> ingredients, Map<String, String> made) {

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");
    private static final String KEY = "incident_id, id";

    /** @param names of the values each row gives beside those every row has */
    static TableStatements of(String table, Collection<String> names, Map<String, String> made) {
        var ingredients = made.values().stream()
                .flatMap(sql -> PARAMETER.matcher(sql).results())
                .map(MatchResult::group)
                .map(parameter -> parameter.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var given = new TreeSet<>(List.of("incident_id", "id", "sequence", "view"));
        given.addAll(names);
        given.removeAll(ingredients);
        return new TableStatements(table, List.copyOf(given), List.copyOf(ingredients), made);
    }

    /** Keeps the row of the named parameters, unless there is one with the same or a higher sequence. */
    String upsert() {
        return """
                INSERT INTO %1$s (%2$s) VALUES (%3$s)
                ON CONFLICT (%4$s) DO UPDATE SET %5$s WHERE %1$s.sequence < excluded.sequence
                """.formatted(
                        table, columns(), values(":"), KEY, list(all(), column -> column + " = excluded." + column));
    }

    /** Where rows wait for what is still to be made of them. */
    String waitingTable() {
        return "pg_temp." + table + "_waiting";
    }

    /** An empty table of that kind, unless the transaction has one already. */
    String makeWaitingTable() {
        return """
                CREATE TEMP TABLE IF NOT EXISTS %s_waiting ON COMMIT DROP AS SELECT %s, %s FROM %s WHERE false
                """.formatted(
                table, String.join(", ", given), list(ingredients, ingredient -> "NULL::text AS " + ingredient), table);
    }

    /** Takes in the values a row gives. */
    String copy() {
        return "COPY %s (%s) FROM STDIN"
                .formatted(made.isEmpty() ? table : waitingTable(), String.join(", ", copied()));
    }

    /** The names of the values, in the order in which {@link #copy()} takes them. */
    List<String> copied() {
        var copied = new ArrayList<>(given);
        copied.addAll(ingredients);
        return copied;
    }

    /** Moves the waiting rows on. */
    String insertWaiting() {
        return "INSERT INTO %s (%s) SELECT %s FROM %s AS waiting"
                .formatted(table, columns(), values("waiting."), waitingTable());
    }

    private List<String> all() {
        var all = new ArrayList<>(given);
        all.addAll(made.keySet());
        return all;
    }

    private String columns() {
        return String.join(", ", all());
    }

    /** @param prefix what stands before the name of a value */
    private String values(String prefix) {
        return list(all(), column -> made.getOrDefault(column, ':' + column).replace(":", prefix));
    }

    private static String list(List<String> names, Function<String, String> each) {
        return names.stream().map(each).collect(Collectors.joining(", "));
    }
}
