package io.decklog.wiring.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests, one server per JVM and one empty database per caller. Not durable: tests that are about
 * durability start their own.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The JDBC address of a new, empty database, for the user {@code postgres}. */
    public static String create() {
        var name = "decklog_" + COUNT.incrementAndGet();
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    /** Points a Spring test at a new, empty database. */
    public static void register(DynamicPropertyRegistry registry) {
        var url = create();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
    }
}
