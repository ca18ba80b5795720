package io.decklog.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running standalone Decklog: the application and, below it, the database. Closed in the opposite order. */
final class DecklogServer implements AutoCloseable {
    private final ConfigurableApplicationContext application;
    private final StartingDatabase database;
    private final ServerSettings settings;
    private final Runnable afterwards;
    private volatile boolean closed;

    private DecklogServer(
            ConfigurableApplicationContext application,
            StartingDatabase database,
            ServerSettings settings,
            Runnable afterwards) {
        this.application = application;
        this.database = database;
        this.settings = settings;
        this.afterwards = afterwards;
    }

    /**
     * Starts Decklog and returns once it serves.
     *
     * @param notices takes a sentence on what takes long or is out of the ordinary
     * @throws io.decklog.standalone.postgres.CannotStart if something is not as it must be
     * @throws StartFailed if the application did not come up; the reason has been printed then
     */
    static DecklogServer start(ServerSettings settings, Consumer<String> notices) {
        return start(settings, notices, () -> {});
    }

    /** The same on a new, empty data folder that is gone once the server is closed, for something to be shown or tried. */
    static DecklogServer startOnThrowAwayData(String address, int port, Consumer<String> notices) {
        ThrowAwayFolder folder = new ThrowAwayFolder();
        try {
            return start(new ServerSettings(folder.path(), address, port), notices, folder::delete);
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
    }

    private static DecklogServer start(ServerSettings settings, Consumer<String> notices, Runnable afterwards) {
        ListeningPort.demand(settings);
        StartingDatabase database = StartingDatabase.in(settings.data(), notices);
        try {
            return new DecklogServer(application(settings, database).run(), database, settings, afterwards);
        } catch (RuntimeException e) {
            database.close();
            throw new StartFailed(e);
        }
    }

    private static SpringApplicationBuilder application(ServerSettings settings, StartingDatabase database) {
        Map<String, Object> listening = Map.of("server.port", settings.port(), "server.address", settings.address());
        return new SpringApplicationBuilder(StandaloneApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false) // The database must outlive the context: whoever starts this closes it.
                .properties("logging.config=classpath:io/decklog/standalone/logback.xml")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("decklog", listening));
                    context.getBeanFactory().registerSingleton("startingDatabase", database);
                });
    }

    /** Where it is reached from this machine. */
    URI address() {
        InetAddress listening = settings.inetAddress();
        String host = listening.isAnyLocalAddress() ? "localhost" : settings.address();
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://%s:%s".formatted(bracketed, port));
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends the requests under way, then the processors and connections, then the database. */
    @Override
    public void close() {
        closed = true;
        try {
            application.close();
        } finally {
            database.close();
            afterwards.run();
        }
    }
}
