package io.decklog.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the class path into the user's cache, once for all data folders. The folder is named
 * after the jar they come from, so another version or another kind of machine gets another folder.
 */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(DataFolder folder, Consumer<String> notices) {
        URL archive = PostgresArchive.forThisMachine();
        Path cache = cache(folder);
        try {
            return unpacked(archive, cache.resolve(PostgresArchive.name(archive)), notices);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked into %s: %s.".formatted(cache, e.getMessage()), e);
        }
    }

    /**
     * Two processes may come here at once, and either may be killed half-way: the first to lock unpacks beside the final
     * place, and only a whole folder ever bears the final name.
     */
    private static synchronized Path unpacked(URL archive, Path home, Consumer<String> notices) throws IOException {
        if (Files.isDirectory(home)) {
            return home;
        }
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(home)) {
                notices.accept("Unpacking PostgreSQL into " + home + ", this once.");
                FileSystemUtils.deleteRecursively(unfinished);
                PostgresArchive.unpack(archive, unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return home;
    }

    /** The user's cache; the data folder itself for a user without a home, as a service has. */
    private static Path cache(DataFolder folder) {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home", "/nonexistent"), ".cache")
                : Path.of(configured);
        try {
            Path cache = Files.createDirectories(caches.resolve("decklog"));
            if (Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException | UncheckedIOException e) {
            // No home, or none that can be written: the data folder is known to be.
        }
        return folder.root();
    }
}
