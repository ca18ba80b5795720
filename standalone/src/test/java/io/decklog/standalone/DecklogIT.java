package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.OnEmbeddedPostgres;
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
import tools.jackson.databind.json.JsonMapper;

@OnEmbeddedPostgres
class DecklogIT {
    private static final String PROBE = "probe-1";

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
        var decklog = decklog(Map.of("DECKLOG_PORT", "0", "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));
        URI address = DecklogProcess.addressOf(decklog);
        assertThat(statusOf(address.resolve("/actuator/health/readiness"))).isEqualTo(200);
        assertThat(Files.readAllLines(folder.resolve("stderr")).stream()
                        .map(line -> JsonMapper.shared().readTree(line)))
                .anySatisfy(line -> {
                    assertThat(line.at("/message").asString()).isEqualTo("Ready for recording");
                    assertThat(line.at("/correlationId").asString()).isEqualTo(PROBE);
                });
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
    void a_setting_there_is_none_of_is_told_with_the_one_that_was_probably_meant() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_PORT", "0", "DECKLOG_STREM_HEARTBEAT", "1s")))
                .containsExactly(
                        "DECKLOG_STREM_HEARTBEAT is not a setting.",
                        "Did you mean DECKLOG_STREAM_HEARTBEAT? docs/configuration.md lists the settings there are;"
                                + " take this one out if it is none of them.");
    }

    @Test
    void a_setting_that_cannot_be_read_is_told_with_what_it_should_be() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_PORT", "0", "DECKLOG_STREAM_HEARTBEAT", "often")))
                .containsExactly(
                        "decklog.stream.heartbeat is \"often\".",
                        "Set it to a duration: 250ms, 15s, 5m or 7d for example."
                                + " As an environment variable it is DECKLOG_STREAM_HEARTBEAT.");
    }

    @Test
    void a_setting_that_makes_no_sense_is_told_with_what_would() throws Exception {
        assertThat(refusal(Map.of("DECKLOG_PORT", "0", "DECKLOG_IMPORT_MAXBODY", "1MB")))
                .containsExactly(
                        "decklog.import.max-body is 1048576B.",
                        "Set it to 4MB or more, which one line may have, 64MB for example."
                                + " As an environment variable it is DECKLOG_IMPORT_MAXBODY.");
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
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("X-Correlation-ID", PROBE)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
