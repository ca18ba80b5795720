package io.decklog.standalone.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

/** Runs an {@link EmbeddedDatabase} in a process of its own, for tests that kill it. */
final class DatabaseProcess {
    private DatabaseProcess() {}

    /** Commits a row to the database in the folder {@code arguments[0]}, says so, and stays until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (var database = EmbeddedDatabase.start(Path.of(arguments[0]), notice -> {});
                var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS entry (text varchar)");
            statement.execute("INSERT INTO entry VALUES ('acknowledged')");
            System.out.println("acknowledged");
            Thread.sleep(Duration.ofMinutes(1));
        } catch (CannotStart e) {
            System.out.println(e.getMessage());
        }
    }

    static Process start(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String firstLineOf(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader()) {
            return String.valueOf(reader.readLine());
        }
    }
}
