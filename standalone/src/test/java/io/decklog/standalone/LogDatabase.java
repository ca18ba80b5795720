package io.decklog.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database in a data folder, beside the server that uses it: for tests that need to see or hold what is in it. */
public record LogDatabase(Path data) {

    public Connection connect() throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%s/decklog?currentSchema=log".formatted(content("postgres.port"));
        return DriverManager.getConnection(url, "decklog", content("postgres.password"));
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

    private String content(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
