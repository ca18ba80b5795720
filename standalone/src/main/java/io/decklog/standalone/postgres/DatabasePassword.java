package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the database: made once, kept beside it in a file that only its owner can read. */
final class DatabasePassword {
    private static final int BYTES = 24;

    private DatabasePassword() {}

    static String of(DataFolder folder) {
        Path file = folder.password();
        try {
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, Permissions.OWNER_FILE);
                return Files.readString(file).strip();
            }
            if (Files.exists(folder.cluster())) {
                throw new CannotStart(
                        "%s is missing, and without it the database beside it cannot be opened. ".formatted(file)
                                + "Put it back from where the folder was copied.");
            }
            return create(file);
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    private static String create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(Permissions.OWNER_FILE));
        Files.writeString(whole, password + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }
}
