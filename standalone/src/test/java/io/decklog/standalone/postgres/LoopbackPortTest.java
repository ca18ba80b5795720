package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackPortTest {
    @TempDir
    Path root;

    @Test
    void a_folder_keeps_its_port() {
        var folder = DataFolder.at(root);

        assertThat(LoopbackPort.of(folder)).isEqualTo(LoopbackPort.of(folder)).isBetween(20_000, 32_000);
    }

    @Test
    void a_port_that_somebody_else_took_is_chosen_anew_and_kept() throws IOException {
        var folder = DataFolder.at(root);
        int first = LoopbackPort.of(folder);

        try (ServerSocket somebody = new ServerSocket(first, 1, InetAddress.ofLiteral(LoopbackPort.ADDRESS))) {
            int second = LoopbackPort.of(folder);
            assertThat(second).isNotEqualTo(somebody.getLocalPort());
            assertThat(LoopbackPort.of(folder)).isEqualTo(second);
        }
    }

    @Test
    void a_spoiled_file_is_written_anew() throws IOException {
        var folder = DataFolder.at(root);
        Files.writeString(folder.port(), "99999 bottles");

        int chosen = LoopbackPort.of(folder);

        assertThat(folder.port()).hasContent(chosen + "\n");
    }
}
