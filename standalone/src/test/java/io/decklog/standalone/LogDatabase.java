package io.decklog.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database beside the server that uses it, for tests that need to see or hold what is in it.
 *
 * @param address the JDBC address, with all it takes to connect in it
 */
public record LogDatabase(String address) {

    /** The one in a data folder. */
    public static LogDatabase in(Path data) {
        return new LogDatabase("jdbc:postgresql://127.0.0.1:%s/decklog?user=decklog&password=%s"
                .formatted(content(data, "postgres.port"), content(data, "postgres.password")));
    }

    public Connection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("currentSchema", "log");
        return DriverManager.getConnection(address, settings);
    }

    /** The first value of the first row. */
    public long number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public void change(String statement) throws SQLException {
        try (var connection = connect();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private static String content(Path data, String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
