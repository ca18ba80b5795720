package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a Decklog remembers, and the names within it.
 *
 * @param root an existing, real path: processes are told by it, so it must not go through links
 */
record DataFolder(Path root) {

    /** Creates the folder, readable by its owner only, unless it is there already. */
    static DataFolder at(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(wanted)) {
                Path parent = wanted.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(wanted, PosixFilePermissions.asFileAttribute(Permissions.OWNER_FOLDER));
            }
            return new DataFolder(wanted.toRealPath());
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("%s cannot be used as data folder: %s is a file.".formatted(wanted, e.getFile()), e);
        } catch (IOException e) {
            throw CannotStart.on(wanted, e);
        }
    }

    Path lock() {
        return root.resolve("decklog.lock");
    }

    /** The database cluster: what PostgreSQL calls its data directory. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /** Where a new cluster is made before it takes its name, so that a half-made one is never mistaken for a whole. */
    Path unfinishedCluster() {
        return root.resolve("postgres.unfinished");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path port() {
        return root.resolve("postgres.port");
    }

    Path log() {
        return root.resolve("postgres.log");
    }
}
