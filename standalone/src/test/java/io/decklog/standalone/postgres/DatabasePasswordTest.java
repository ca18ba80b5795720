package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePasswordTest {
    @TempDir
    Path root;

    @Test
    void it_is_made_once_and_read_by_its_owner_only() throws IOException {
        var folder = DataFolder.at(root);

        String password = DatabasePassword.of(folder);

        assertThat(password).matches("[A-Za-z0-9_-]{32}").isEqualTo(DatabasePassword.of(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.password())))
                .isEqualTo("rw-------");
    }

    @Test
    void two_folders_have_two_passwords(@TempDir Path other) {
        assertThat(DatabasePassword.of(DataFolder.at(root))).isNotEqualTo(DatabasePassword.of(DataFolder.at(other)));
    }

    @Test
    void one_that_was_copied_carelessly_is_closed_to_others_again() throws IOException {
        var folder = DataFolder.at(root);
        DatabasePassword.of(folder);
        Files.setPosixFilePermissions(folder.password(), PosixFilePermissions.fromString("rw-r--r--"));

        DatabasePassword.of(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.password())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_database_whose_password_is_lost_says_what_to_put_back() throws IOException {
        var folder = DataFolder.at(root);
        Files.createDirectory(folder.cluster());

        assertThatThrownBy(() -> DatabasePassword.of(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres.password is missing");
    }
}
