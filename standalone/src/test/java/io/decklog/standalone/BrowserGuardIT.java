package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningDecklog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserGuardIT {

    private static final int MEBIBYTE = 1024 * 1024;

    private final RestClient http;
    private final OwnIncident incident;

    BrowserGuardIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.", "192.0.2.1", "[::2]"
            })
    void a_host_that_is_not_ours_is_421_for_reads_as_for_writes(String host) throws IOException {
        Refusal.of(raw("GET /api/v1/incidents HTTP/1.0", host), 421, "HOST_NOT_ALLOWED");
        Refusal.of(raw("GET /actuator/health HTTP/1.0", host), 421, "HOST_NOT_ALLOWED");
        Refusal.of(raw("POST /api/v1/incidents HTTP/1.0", host), 421, "HOST_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void a_host_that_is_ours_is_served(String host) throws IOException {
        assertThat(raw("GET /api/v1/incidents HTTP/1.0", host).status()).isEqualTo(200);
    }

    private Answer raw(String requestLine, String host) throws IOException {
        return RawHttp.send(http.address(), requestLine, "Host: " + host);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Origin, http://127.0.0.1.evil.example",
        "Origin, file://",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, Cross-Site"
    })
    void a_write_from_a_page_of_another_site_is_403_and_not_recorded(String header, String value) {
        Refusal.of(incident.with(header, value).observe("forged"), 403, "FOREIGN_ORIGIN");

        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void a_write_from_a_page_of_our_own_is_recorded() {
        var own = OwnIncident.declaredTo(http);
        assertThat(own.with("Origin", http.address().toString()).observe("x").status())
                .isEqualTo(201);
        for (var site : new String[] {"same-origin", "same-site", "none"}) {
            assertThat(own.with("Sec-Fetch-Site", site).observe("x").status()).isEqualTo(201);
        }
    }

    @Test
    void a_read_from_a_page_of_another_site_is_answered_but_not_shown_to_it() {
        var foreign = http.with("Origin", "https://evil.example");

        var read = foreign.get(incident.path());
        var preflight = foreign.with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/incidents", BodyPublishers.noBody());

        assertThat(read.status()).isEqualTo(200);
        for (var answer : new Answer[] {read, preflight, incident.observe("")}) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }

    @Test
    void a_body_over_a_mebibyte_is_413_whether_it_says_its_length_or_not() throws IOException {
        var body = new byte[MEBIBYTE + 1];
        var json = http.with("Content-Type", "application/json");
        var path = incident.path() + "/observations";

        Refusal.of(json.post(path, body), 413, "TOO_LARGE");
        var chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        Refusal.of(json.send("POST", path, chunks), 413, "TOO_LARGE");
        var announced = RawHttp.send(
                http.address(),
                "POST /api/v1/incidents HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 9000000000",
                "Expect: 100-continue");
        Refusal.of(announced, 413, "TOO_LARGE");
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void a_body_of_a_mebibyte_is_read() {
        var text = "{\"text\": \"x\"}";

        assertThat(OwnIncident.declaredTo(http)
                        .post("/observations", text + " ".repeat(MEBIBYTE - text.length()))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/incidents/[ HTTP/1.0",
                "GET /api/v1/incidents?q=<script> HTTP/1.0",
                "GET /api/v1/incidents/\u00e4 HTTP/1.0",
                "GET nothing HTTP/1.0",
                "GE(T / HTTP/1.0"
            })
    void a_request_line_that_is_none_is_a_problem_detail_too(String line) throws IOException {
        Refusal.of(raw(line, "localhost"), 400, "BAD_REQUEST");
    }
}
