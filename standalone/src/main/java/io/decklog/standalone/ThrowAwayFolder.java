package io.decklog.standalone;

import io.decklog.standalone.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A new folder in the system's place for temporary files, to be deleted with all it holds. */
final class ThrowAwayFolder {
    private final Path path;

    ThrowAwayFolder() {
        try {
            path = Files.createTempDirectory("decklog-");
        } catch (IOException e) {
            throw new CannotStart("No temporary folder can be made in %s: %s."
                    .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()));
        }
    }

    Path path() {
        return path;
    }

    void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            System.err.printf("%s could not be deleted: %s%n", path, e.getMessage());
        }
    }
}
