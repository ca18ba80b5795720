package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecklogIT {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void it_says_where_it_serves_and_SIGTERM_stops_it_cleanly_database_included() throws Exception {
        var decklog = decklog(Map.of("DECKLOG_PORT", "0"));
        URI address = DecklogProcess.addressOf(decklog);
        assertThat(statusOf(address.resolve("/actuator/health/readiness"))).isEqualTo(200);
        assertThat(folder.resolve("data/postgres/postmaster.pid")).exists();

        decklog.destroy();

        assertThat(decklog.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(decklog.exitValue()).isZero();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(folder.resolve("stderr"))).doesNotContain("Exception");
    }

    @Test
    void SIGTERM_in_the_middle_of_the_start_leaves_no_database_behind() throws Exception {
        var decklog = decklog(Map.of("DECKLOG_PORT", "0"));
        while (!Files.exists(folder.resolve("data/postgres.log"))) {
            assertThat(decklog.isAlive()).isTrue();
            Thread.sleep(10);
        }

        decklog.destroy();

        assertThat(decklog.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(decklog.exitValue()).isZero();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_sentence() throws Exception {
        try (var somebody = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(somebody.getLocalPort());

            assertThat(refusal(Map.of("DECKLOG_PORT", port)))
                    .containsExactly(
                            "Port %s on 127.0.0.1 is taken. Stop what listens there, or set DECKLOG_PORT to another."
                                    .formatted(port));
        }
    }

    @Test
    void a_port_that_is_no_number_is_told_in_one_sentence() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_PORT", "http")))
                .containsExactly("DECKLOG_PORT is \"http\"; it must be a number from 0 (any free port) to 65535.");
    }

    @Test
    void an_address_of_another_machine_is_told_in_one_sentence() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_ADDRESS", "192.0.2.1")))
                .containsExactly("DECKLOG_ADDRESS is 192.0.2.1, which is no address of this machine.");
    }

    @Test
    void a_data_folder_that_cannot_be_used_is_told_in_one_sentence_though_the_application_is_half_up()
            throws Exception {
        Files.createFile(folder.resolve("file"));

        assertThat(refusal(Map.of("DECKLOG_PORT", "0", "DECKLOG_DATA", "file")))
                .singleElement()
                .asString()
                .endsWith("file is a file.");
    }

    @Test
    void an_address_that_others_reach_is_refused_as_long_as_nobody_has_to_say_who_they_are() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_PORT", "0", "DECKLOG_ADDRESS", "0.0.0.0")))
                .first()
                .asString()
                .startsWith("Decklog will not listen on 0.0.0.0 (server.address, or DECKLOG_ADDRESS)");
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    private List<String> refusal(Map<String, String> environment) throws Exception {
        var decklog = decklog(environment);
        assertThat(decklog.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(decklog.exitValue()).isEqualTo(1);
        return Files.readAllLines(folder.resolve("stderr"));
    }

    private Process decklog(Map<String, String> environment) throws IOException {
        var process = DecklogProcess.launch(folder, environment);
        started.add(process);
        return process;
    }

    private static int statusOf(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
