package io.decklog.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Adds rows to a table by COPY. It sends each as it is made, and the database takes it in meanwhile. */
record RowCopy(Connection connection, TableStatements statements) {

    /** Characters that are sent together. */
    private static final int CHUNK = 1 << 16;

    /**
     * @param rows none of which is in the table yet
     * @return how many they are
     */
    long add(Iterator<Map<String, @Nullable Object>> rows) throws SQLException {
        if (statements.made().isEmpty()) {
            return copy(rows);
        }
        execute(statements.makeWaitingTable());
        var count = copy(rows);
        execute(statements.insertWaiting());
        execute("TRUNCATE " + statements.waitingTable());
        return count;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long copy(Iterator<Map<String, @Nullable Object>> rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statements.copy());
        try {
            send(rows, copy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send(Iterator<Map<String, @Nullable Object>> rows, CopyIn copy) throws SQLException {
        List<String> names = statements.copied();
        var lines = new CopyLines();
        while (rows.hasNext()) {
            var row = rows.next();
            names.forEach(name -> lines.value(row.get(name)));
            lines.end();
            if (lines.length() > CHUNK || !rows.hasNext()) {
                var bytes = lines.take().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
        }
    }
}
