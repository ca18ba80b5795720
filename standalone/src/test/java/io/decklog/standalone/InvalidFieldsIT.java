package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-formed JSON that breaks the rule of a field is 422 and names the field as the caller wrote it. */
@ExtendWith(RunningDecklog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvalidFieldsIT {

    private static final String NOBODY = "0199d2a0-0000-7000-8000-0000000000ff";

    private final RestClient http;
    private final OwnIncident incident;

    InvalidFieldsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    static Stream<Arguments> declarations() {
        return Stream.of(
                body("title", "{'severity': 'SEV1', 'services': []}"),
                body("severity", "{'title': 'x', 'services': []}"),
                body("services", "{'title': 'x', 'severity': 'SEV1'}"),
                body("title", "{'title': ' ', 'severity': 'SEV1', 'services': []}"),
                body("title", "{'title': '%s', 'severity': 'SEV1', 'services': []}", "x".repeat(201)),
                body("severity", "{'title': 'x', 'severity': 'SEV6', 'services': []}"),
                body("severity", "{'title': 'x', 'severity': 'sev1', 'services': []}"),
                body("severity", "{'title': 'x', 'severity': 1, 'services': []}"),
                body("severity", "{'title': 'x', 'severity': '', 'services': []}"),
                body("kind", "{'title': 'x', 'severity': 'SEV1', 'services': [], 'kind': 'GAME'}"),
                body("services", "{'title': 'x', 'severity': 'SEV1', 'services': 'checkout'}"),
                body("services[1]", "{'title': 'x', 'severity': 'SEV1', 'services': ['a', 7]}"),
                body("services[1]", "{'title': 'x', 'severity': 'SEV1', 'services': ['a', null]}"),
                body("services[0]", "{'title': 'x', 'severity': 'SEV1', 'services': ['%s']}", "x".repeat(201)),
                body("source.id", "{'title': 'x', 'severity': 'SEV1', 'services': [], 'source': {'system': 'a'}}"),
                body("source", "{'title': 'x', 'severity': 'SEV1', 'services': [], 'source': 'pager'}"),
                body(
                        "startedAt",
                        "{'title': 'x', 'severity': 'SEV1', 'services': [], 'startedAt': '1969-12-31T23:59:59Z'}"),
                body("id", "{'title': 'x', 'severity': 'SEV1', 'services': [], 'id': '12'}"));
    }

    static Stream<Arguments> observations() {
        return Stream.of(
                body("text", "{}"),
                body("text", "{'text': null}"),
                body("text", "{'text': ''}"),
                body("text", "{'text': '%s'}", "x".repeat(20_001)),
                body("text", "{'text': 'bell \\u0007'}"),
                body("text", "{'text': 'zero \\u0000'}"),
                body("text", "{'text': 'half a pair \\ud83d'}"),
                body("text", "{'text': 12}"),
                body("text", "{'text': true}"),
                body("text", "{'text': ['x']}"),
                body("text", "{'text': {'de': 'x'}}"),
                body("colour", "{'text': 'x', 'colour': 'red'}"),
                body("recordedAt", "{'text': 'x', 'recordedAt': '2026-03-30T08:14:00Z'}"),
                body("source", "{'text': 'x', 'source': 'RUMOUR'}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': 'yesterday'}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': '2026-03-30'}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': 1774858440}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': 1e400}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': '1969-12-31T23:59:59.999999Z'}"),
                body("occurredAt", "{'text': 'x', 'occurredAt': '+999999999-12-31T23:59:59Z'}"),
                body(
                        "occurredAt",
                        "{'text': 'x', 'occurredAt': '%s'}",
                        Instant.now().plus(Duration.ofHours(25))),
                body("onBehalfOf", "{'text': 'x', 'onBehalfOf': '%s'}", "x".repeat(201)),
                body("lateReason", "{'text': 'x', 'lateReason': '%s'}", "x".repeat(20_001)),
                body("id", "{'text': 'x', 'id': 'not-a-uuid'}"),
                body("id", "{'text': 'x', 'id': 12345678901234567890123456789012345678901234567890}"),
                body("evidence", "{'text': 'x', 'evidence': 'https://example.org'}"),
                body("evidence", "{'text': 'x', 'evidence': [%s]}", many(51, "\"https://example.org/%d\"")),
                body("evidence[0]", "{'text': 'x', 'evidence': ['ftp://example.org/dump']}"),
                body("evidence[0]", "{'text': 'x', 'evidence': ['javascript:alert(1)']}"),
                body("evidence[0]", "{'text': 'x', 'evidence': ['https:///nowhere']}"),
                body("evidence[0]", "{'text': 'x', 'evidence': [null]}"),
                body("evidence[1]", "{'text': 'x', 'evidence': ['https://example.org', 'see above']}"));
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                body("question", "{'options': []}"),
                body("options", "{'question': 'x', 'options': [%s]}", many(21, "{\"name\": \"option %d\"}")),
                body("options[0].name", "{'question': 'x', 'options': [{'benefit': 'none'}]}"),
                body("options[0].prize", "{'question': 'x', 'options': [{'name': 'a', 'prize': 'b'}]}"),
                body(
                        "options[1].reversibility",
                        "{'question': 'x', 'options': [{'name': 'a'}, {'name': 'b', 'reversibility': 'MAYBE'}]}"),
                body("rationale", "{'question': 'x', 'options': [{'name': 'a'}], 'chosen': 'a'}"),
                body("rationale", "{'question': 'x', 'rationale': 'because'}"),
                body("neededBy", "{'question': 'x', 'neededBy': 'soon'}"));
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                at("/severity", "reason", "{'severity': 'SEV1'}"),
                at("/resolve", "summary", "{}"),
                at("/reopen", "reason", "{}"),
                at("/close", "reason", "{'reason': 'over'}"),
                at("/roles", "role", "{'role': 'CAPTAIN', 'holder': 'dana'}"),
                at("/roles", "holder", "{'role': 'COMMANDER'}"),
                at("/status-updates", "audience", "{'message': 'x'}"),
                at(
                        "/status-updates",
                        "nextUpdateBy",
                        "{'audience': 'x', 'message': 'x', 'nextUpdateBy': '1969-01-01T00:00:00Z'}"),
                at("/mitigations", "kind", "{'description': 'x', 'permanence': 'STOPGAP'}"),
                at("/mitigations", "permanence", "{'description': 'x', 'kind': 'OTHER', 'permanence': 'FOREVER'}"),
                at(
                        "/mitigations",
                        "decisionId",
                        "{'description': 'x', 'kind': 'OTHER', 'permanence': 'STOPGAP', 'decisionId': 'x'}"));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("declarations")
    void a_declaration_is_refused_by_the_name_of_the_field(String field, String body) {
        var before = http.get("/log").text("/events");

        Refusal.of(http.post("/incidents", body), 422, "VALIDATION").about(field);

        assertThat(http.get("/log").text("/events")).isEqualTo(before);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("observations")
    void an_observation_is_refused_by_the_name_of_the_field(String field, String body) {
        refused("/observations", field, body);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("decisions")
    void a_decision_is_refused_by_the_name_of_the_field(String field, String body) {
        refused("/decisions", field, body);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("elsewhere")
    void so_is_every_other_write(String path, String field, String body) {
        refused(path, field, body);
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        Refusal.of(http.post("/incidents", "{\"summary\": \"\", \"services\": [\"\"]}"), 422, "VALIDATION")
                .about("services[0]", "severity", "summary", "title");
    }

    @Test
    void evidence_that_names_no_entry_of_the_incident_is_refused() {
        var body = "{\"text\": \"x\", \"evidence\": [\"https://example.org\", \"%s\"]}".formatted(NOBODY);

        Refusal.of(incident.post("/observations", body), 422, "EVIDENCE_UNKNOWN")
                .about("evidence[1]");

        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void the_longest_there_may_be_is_taken() {
        var own = OwnIncident.declaredTo(http);
        own.recorded("/observations", """
                {"text": "%s", "evidence": [%s], "occurredAt": "%s"}
                """.formatted(
                        "👩".repeat(20_000),
                        many(50, "\"https://example.org/%d\""),
                        Instant.now().plus(Duration.ofHours(23))));
        own.recorded("/decisions", """
                {"question": "x", "options": [%s]}
                """.formatted(many(20, "{\"name\": \"option %d\"}")));
        assertThat(own.sequence()).isEqualTo(3);
    }

    private void refused(String path, String field, String body) {
        Refusal.of(incident.post(path, body), 422, "VALIDATION").about(field);

        assertThat(incident.sequence()).isEqualTo(1);
    }

    /** Single quotes stand for double ones. */
    private static Arguments body(String field, String body, Object... values) {
        return Arguments.of(field, body.replace('\'', '"').formatted(values));
    }

    private static Arguments at(String path, String field, String body) {
        return Arguments.of(path, field, body.replace('\'', '"'));
    }

    private static String many(int count, String one) {
        return IntStream.range(0, count).mapToObj(one::formatted).collect(Collectors.joining(", "));
    }
}
