package io.decklog.wiring.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL that tests run on. There are three, told apart by system properties:
 *
 * <ul>
 *   <li>neither is set: one that the build brings along. Not durable: tests that are about durability start their own;
 *   <li>{@code test.postgres}: a running one, by the JDBC address of any of its databases, with {@code user} and
 *       {@code password} in it; the user must be allowed to create databases;
 *   <li>{@code test.postgres-image}: a container of that image, such as {@code postgres:18.6}.
 * </ul>
 *
 * @param address the JDBC address of a database that is there
 */
record PostgresServer(String address) {

    static final String ADDRESS = "test.postgres";
    static final String IMAGE = "test.postgres-image";

    /** For four nodes with pools as they are by default, and what tests open beside them. */
    private static final String MAX_CONNECTIONS = "max_connections=300";

    static PostgresServer started() {
        if (outlivesTests()) {
            return new PostgresServer(System.getProperty(ADDRESS));
        }
        return isContainer() ? container() : embedded();
    }

    /** Whether it is to run in a container, and nothing here can run one. */
    static boolean isOutOfReach() {
        return isContainer() && !DockerClientFactory.instance().isDockerAvailable();
    }

    /** Whether it is somebody's, and what tests make there is theirs to take away. */
    static boolean outlivesTests() {
        return !System.getProperty(ADDRESS, "").isBlank();
    }

    static boolean isEmbedded() {
        return !outlivesTests() && !isContainer();
    }

    private static boolean isContainer() {
        return !System.getProperty(IMAGE, "").isBlank();
    }

    private static PostgresServer embedded() {
        try {
            return new PostgresServer(EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends with this virtual machine: Testcontainers sees to it. */
    @SuppressWarnings("resource")
    private static PostgresServer container() {
        var image = DockerImageName.parse(System.getProperty(IMAGE)).asCompatibleSubstituteFor("postgres");
        var container =
                new PostgreSQLContainer(image).withCommand("postgres", "-c", "fsync=off", "-c", MAX_CONNECTIONS);
        container.start();
        return new PostgresServer("%s&user=%s&password=%s"
                .formatted(container.getJdbcUrl(), container.getUsername(), container.getPassword()));
    }

    /** The address of another of its databases. */
    String addressOf(String database) {
        return address.replaceFirst("(?<=//)([^/?]*)(/[^?]*)?", "$1/" + database);
    }

    void execute(String statement) {
        try (var connection = DriverManager.getConnection(address);
                var execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }
}
