package io.decklog.wiring.test;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests, one server per JVM and one empty database per caller, gone when the JVM ends. Which server
 * says {@link PostgresServer}. A class that asks for one is annotated with {@link OnAnyPostgres}.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final PostgresServer INSTANCE = PostgresServer.started();
    }

    /** Whether the server is the one that the build brings along. */
    public static boolean isEmbedded() {
        return PostgresServer.isEmbedded();
    }

    /** The JDBC address of a new, empty database, with all it takes to connect in it. */
    public static String create() {
        var server = Server.INSTANCE;
        var name = "decklog_test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        server.execute("CREATE DATABASE " + name);
        if (PostgresServer.outlivesTests()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> server.execute("DROP DATABASE " + name + " WITH (FORCE)")));
        }
        return server.addressOf(name);
    }

    /** Points a Spring test at a new, empty database. */
    public static void register(DynamicPropertyRegistry registry) {
        var url = create();
        registry.add("spring.datasource.url", () -> url);
    }
}
