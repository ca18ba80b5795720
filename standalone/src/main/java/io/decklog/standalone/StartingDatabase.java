package io.decklog.standalone;

import io.decklog.standalone.postgres.CannotStart;
import io.decklog.standalone.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The database, on its way up while the application is: neither needs the other for the first second. */
final class StartingDatabase implements AutoCloseable {
    private final CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();

    private StartingDatabase() {}

    static StartingDatabase in(Path folder, Consumer<String> notices) {
        StartingDatabase starting = new StartingDatabase();
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                starting.database.complete(EmbeddedDatabase.start(folder, notices));
            } catch (Throwable e) {
                starting.database.completeExceptionally(e);
            }
        });
        return starting;
    }

    /** The database once it takes connections. */
    EmbeddedDatabase await() {
        try {
            return database.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart sentence) {
                throw sentence;
            }
            throw e;
        }
    }

    /** Stops the database; one that is still on its way up is waited for, so that it is not left running. */
    @Override
    public void close() {
        database.handle((running, failure) -> running)
                .thenAccept(running -> {
                    if (running != null) {
                        running.close();
                    }
                })
                .join();
    }
}
