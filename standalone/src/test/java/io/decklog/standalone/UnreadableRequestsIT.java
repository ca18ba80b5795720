package io.decklog.standalone;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as a request at all is refused with a problem detail too, whoever of the layers refuses it. */
@ExtendWith(RunningDecklog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableRequestsIT {

    private static final String OBSERVATION = "{\"text\": \"x\"}";

    private final RestClient http;
    private final OwnIncident incident;

    UnreadableRequestsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "{",
                "{\"text\"}",
                "{\"text\": \"x\"",
                "{\"text\": \"x\",}",
                "{'text': 'x'}",
                "{\"text\": \"x\"} {\"text\": \"y\"}",
                "{\"text\": \"x\", \"text\": \"y\"}",
                "{\"text\": \"raw \u0007\"}",
                "{\"text\": NaN}",
                "<observation/>"
            })
    void a_body_that_is_no_JSON_is_400(String body) {
        Refusal.of(incident.post("/observations", body), 400, "UNREADABLE");

        assertThat(incident.sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "12", "\"text\"", "true", "[{\"text\": \"x\"}]"})
    void a_body_that_is_no_object_is_refused(String body) {
        var answer = incident.post("/observations", body);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        Refusal.of(answer, answer.status(), answer.status() == 400 ? "UNREADABLE" : "VALIDATION");
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void bytes_that_are_no_UTF_8_are_400() {
        for (var noText : new byte[][] {{(byte) 0xff}, {(byte) 0xc3, 0x28}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            Refusal.of(incident.post("/observations", textOf(noText)), 400, "UNREADABLE");
        }
        Refusal.of(incident.post("/observations", OBSERVATION.getBytes(UTF_16)), 400, "UNREADABLE");
        assertThat(incident.sequence()).isEqualTo(1);
    }

    private static byte[] textOf(byte[] bytes) {
        var before = "{\"text\": \"".getBytes(UTF_8);
        var after = "\"}".getBytes(UTF_8);
        var body = new byte[before.length + bytes.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(bytes, 0, body, before.length, bytes.length);
        System.arraycopy(after, 0, body, before.length + bytes.length, after.length);
        return body;
    }

    @Test
    void a_body_nested_deeper_than_32_levels_is_413() {
        Refusal.of(incident.post("/observations", "[".repeat(33) + "]".repeat(33)), 413, "TOO_LARGE");
        var hidden = "{\"text\": \"x\", \"colour\": " + "{\"a\":".repeat(32) + "1" + "}".repeat(33);
        Refusal.of(incident.post("/observations", hidden), 413, "TOO_LARGE");
        Refusal.of(incident.post("/observations", "[".repeat(100_000)), 413, "TOO_LARGE");
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void numbers_of_any_size_are_no_trouble() {
        for (var huge : new String[] {"9".repeat(999), "9".repeat(50_000), "1e999999999", "-1E-999999999"}) {
            var answer = incident.post("/observations", "{\"text\": " + huge + "}");
            assertThat(answer.status()).as(answer.toString()).isIn(400, 413, 422);
        }
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "nonsense",
        "application/json;charset=latin-1"
    })
    void a_body_of_another_type_is_415(String type) {
        Refusal.of(
                incident.with("Content-Type", type).post("/observations", OBSERVATION), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void an_answer_that_can_only_be_JSON_is_406_to_who_wants_something_else() {
        var picky = incident.with("Accept", "image/png");

        Refusal.of(picky.post("/observations", OBSERVATION), 406, "NOT_ACCEPTABLE");

        assertThat(incident.sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/observations",
        "DELETE,/observations",
        "PATCH,/observations",
        "GET,/observations",
        "DELETE,''",
        "POST,/timeline",
        "TRACE,''"
    })
    void a_method_an_address_does_not_know_is_405_and_says_which_it_does(String method, String path) {
        var answer = http.send(method, incident.path() + path, BodyPublishers.noBody());

        Refusal.of(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/incidents/INC-1/nothing",
                "/incidents/x/observations",
                "/incidents/INC-/observations",
                "/incidents/INC-0/observations",
                "/incidents/INC-01/observations",
                "/incidents/INC--1/observations",
                "/incidents/INC-99999999999999999999999/observations",
                "/incidents/inc-1/observations",
                "/incidents/1/observations",
                "/incidents/0199d2a0-0000-7000-8000/observations",
                "/incidents/0199d2a0x0000x7000x8000x0000000000ff/observations",
                "/incidents/%F0%9F%9A%92/observations",
                "/incidents/%22%3E%3Cscript%3E/observations",
                "/incidents/%20/observations",
                "/incidents//observations",
                "/incidents/..%2Fobservations"
            })
    void an_address_that_names_nothing_is_404(String path) {
        var answer = http.post(path, OBSERVATION);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        Refusal.of(answer, answer.status(), answer.text("/code"));
        assertThat(answer.text("/code")).isIn("NOT_FOUND", "UNKNOWN_INCIDENT", "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entries/x/strike", "/entries/INC-1/strike"})
    void an_entry_id_that_is_none_is_404(String path) {
        Refusal.of(incident.post(path, "{\"reason\": \"x\"}"), 404, "UNKNOWN_ENTRY");
    }

    @Test
    void what_the_servlet_container_refuses_is_a_problem_detail_too() {
        Refusal.of(http.get("/incidents/%00"), 400, "BAD_REQUEST");
        Refusal.of(http.get("/incidents/%00/timeline"), 400, "BAD_REQUEST");
        Refusal.of(http.get("/incidents/%5C"), 400, "BAD_REQUEST");
        Refusal.of(http.get("/incidents/%c0%af"), 400, "BAD_REQUEST");
        Refusal.of(http.get("/incidents/%2e%2e%2f"), 400, "BAD_REQUEST");
    }
}
