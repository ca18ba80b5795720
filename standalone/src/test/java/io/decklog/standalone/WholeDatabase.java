package io.decklog.standalone;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Everything a dump of the database would hold: every value of every row of every table. */
record WholeDatabase(LogDatabase database) {

    /** The tables that have a text anywhere, in a column of text, of JSON or of bytes. */
    List<String> tablesWith(String text) throws SQLException {
        var bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        var found = new ArrayList<String>();
        try (var connection = database.connect()) {
            for (var table : tables(connection)) {
                var query =
                        "SELECT EXISTS (SELECT FROM %1$s AS t WHERE t::text LIKE ? OR t::text LIKE ?)".formatted(table);
                try (var statement = connection.prepareStatement(query)) {
                    statement.setString(1, "%" + text + "%");
                    statement.setString(2, "%" + bytes + "%");
                    var answer = statement.executeQuery();
                    answer.next();
                    if (answer.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
