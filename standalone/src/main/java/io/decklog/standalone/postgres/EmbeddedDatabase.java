package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A PostgreSQL of its own for one data folder: durable (what it acknowledged is on disk), reachable over loopback with a
 * password only, and stopped on {@link #close()}. If the server ends before that it is started again. If this process is
 * killed the server lives on; the next start on the same folder finds it, stops it and starts its own.
 *
 * <p>Connections must be closed before the database is.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final FolderLock lock;
    private final ServerWatch watch;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedDatabase(FolderLock lock, ServerWatch watch, int port, String password) {
        this.lock = lock;
        this.watch = watch;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database of {@code dataFolder}, which is created if it is not there.
     *
     * @param notices takes a sentence on what takes long or is out of the ordinary
     * @throws CannotStart if the folder cannot be used, is in use by another Decklog, or the server does not start
     */
    public static EmbeddedDatabase start(Path dataFolder, Consumer<String> notices) {
        DataFolder folder = DataFolder.at(dataFolder);
        FolderLock lock = FolderLock.of(folder);
        EmbeddedDatabase started = null;
        try {
            started = start(folder, lock, notices);
            return started;
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        } finally {
            if (started == null) {
                lock.close();
            }
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, FolderLock lock, Consumer<String> notices)
            throws IOException {
        PostgresTools tools = new PostgresTools(PostgresBinaries.unpacked(folder, notices), folder);
        tools.check();
        String password = DatabasePassword.of(folder);
        Postmaster postmaster = new Postmaster(folder, tools);
        postmaster.stopOrphan(notices);
        Cluster.ensure(folder, tools, password);
        int port = postmaster.start();
        return new EmbeddedDatabase(lock, ServerWatch.over(postmaster, port, notices), port, password);
    }

    /** Where the database Decklog owns is reached. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.ADDRESS, port, Cluster.DECKLOG);
    }

    /** The role that owns the database; it is no superuser. */
    public String username() {
        return Cluster.DECKLOG;
    }

    /** A secret: never to be logged. */
    public String password() {
        return password;
    }

    /** Stops the server and lets go of the data folder. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            watch.close();
        } finally {
            lock.close();
        }
    }
}
