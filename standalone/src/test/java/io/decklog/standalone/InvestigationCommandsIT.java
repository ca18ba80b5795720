package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningDecklog.class)
class InvestigationCommandsIT {

    private final RestClient http;
    private final OwnIncident incident;

    InvestigationCommandsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void a_hypothesis_is_proposed_ruled_out_and_confirmed_after_all() {
        var seen = incident.recorded("/observations", Map.of("text", "The pool is exhausted"));
        Map<String, Object> guess = Map.of("text", "A slow query holds connections", "evidence", List.of(seen));
        var proposed = WrittenEntry.of(http, incident.post("/hypotheses", guess));
        var path = "/hypotheses/" + proposed.answer().text("/hypothesisId");

        assertThat(proposed.id()).isEqualTo(proposed.answer().text("/hypothesisId"));
        assertThat(proposed.entry().text("/details/text")).isEqualTo("A slow query holds connections");
        var ruledOut = WrittenEntry.of(http, incident.post(path + "/rule-out", Map.of("reason", "No query is slow")));
        assertThat(ruledOut.entry().text("/type")).isEqualTo("hypothesis-ruled-out");
        Refusal.of(incident.post(path + "/rule-out", Map.of("reason", "still")), 409, "HYPOTHESIS_ALREADY_RULED_OUT");
        var confirmed = WrittenEntry.of(
                http,
                incident.post(path + "/confirm", Map.of("reason", "One is, at night", "evidence", List.of(seen))));
        assertThat(confirmed.entry().text("/type")).isEqualTo("hypothesis-confirmed");
        assertThat(confirmed.entry().text("/text")).contains("A slow query holds connections", "One is, at night");
    }

    @Test
    void a_task_is_delegated_reassigned_and_done_once() {
        var delegated = WrittenEntry.of(
                http,
                incident.post(
                        "/tasks",
                        Map.of("description", "Call the bank", "assignee", "sam", "dueAt", "2100-01-01T00:00:00Z")));
        var path = "/tasks/" + delegated.answer().text("/taskId");

        assertThat(delegated.get(incident.path()).at("/openTasks").isMissingNode())
                .isFalse();
        var reassigned = WrittenEntry.of(http, incident.post(path + "/reassign", Map.of("assignee", "noor")));
        assertThat(reassigned.entry().text("/text")).contains("noor", "sam");
        var done = WrittenEntry.of(http, incident.post(path + "/completion", Map.of("note", "They know")));
        assertThat(done.entry().text("/type")).isEqualTo("task-completed");
        Refusal.of(incident.post(path + "/completion", ""), 409, "TASK_ALREADY_COMPLETED");
        Refusal.of(incident.post("/tasks/" + incident.id() + "/completion", ""), 404, "UNKNOWN_TASK");
        Refusal.of(incident.post("/tasks/mine/completion", ""), 404, "UNKNOWN_TASK");
    }

    @Test
    void an_impact_says_what_users_of_a_service_suffered_and_when() {
        Map<String, Object> impact = Map.of(
                "service", "checkout",
                "description", "One order in eight fails",
                "from", "2026-03-30T08:10:00Z",
                "to", "2026-03-30T08:40:00Z");

        var recorded = WrittenEntry.of(http, incident.post("/impacts", impact)).holds("impact", impact);

        assertThat(recorded.get(incident.path() + "/postmortem").body()).contains("One order in eight fails");
        Refusal.of(
                        incident.post(
                                "/impacts",
                                Map.of(
                                        "service", "checkout",
                                        "description", "backwards",
                                        "from", "2026-03-30T08:10:00Z",
                                        "to", "2026-03-30T08:09:00Z")),
                        422,
                        "IMPACT_ENDS_BEFORE_IT_BEGINS")
                .about("to");
    }

    @Test
    void a_title_can_be_changed_and_a_role_given_up() {
        incident.recorded("/roles", Map.of("role", "SCRIBE", "holder", "noor"));

        var retitled = WrittenEntry.of(http, incident.post("/title", Map.of("title", "Payments time out")));
        var released = WrittenEntry.of(http, incident.post("/roles/SCRIBE/release", ""));

        assertThat(released.get(incident.path()).text("/title")).isEqualTo("Payments time out");
        assertThat(retitled.entry().text("/type")).isEqualTo("retitled");
        assertThat(released.entry().text("/type")).isEqualTo("role-released");
        assertThat(incident.post("/roles/SCRIBE/release", "").status()).isEqualTo(200);
        Refusal.of(incident.post("/roles/CAPTAIN/release", ""), 404, "UNKNOWN_ROLE");
    }

    @Test
    void what_was_no_incident_is_cancelled_and_takes_corrections_only() {
        var entry = incident.recorded("/observations", Map.of("text", "5xx at 12 %"));

        WrittenEntry.of(http, incident.post("/cancel", Map.of("reason", "a broken probe")))
                .holds("cancelled", Map.of("reason", "a broken probe"));

        Refusal.of(incident.observe("too late"), 409, "INCIDENT_CANCELLED");
        Refusal.of(incident.post("/reopen", Map.of("reason", "no, it is one")), 409, "INCIDENT_CANCELLED");
        Refusal.of(incident.post("/cancel", Map.of("reason", "again")), 409, "INCIDENT_CANCELLED");
        var pinned = incident.post("/entries/" + entry + "/pin", "");
        assertThat(pinned.status()).as(pinned.toString()).isEqualTo(201);
        assertThat(http.after(pinned)
                        .get(pinned.header("Location"))
                        .at("/pinned")
                        .asBoolean())
                .isTrue();
        var struck = incident.post("/entries/" + entry + "/strike", Map.of("reason", "the probe"));
        assertThat(struck.status()).isEqualTo(201);
        assertThat(http.after(struck).get(incident.path()).text("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void incidents_are_linked_by_number_or_id_and_a_stopgap_knows_what_it_caused() {
        var other = OwnIncident.declaredTo(http);
        var stopgap = other.recorded(
                "/mitigations",
                Map.of("description", "Switch the cache off", "kind", "FEATURE_OFF", "permanence", "STOPGAP"));

        var related = WrittenEntry.of(
                http, incident.post("/links", Map.of("relation", "RELATED", "incident", other.number())));
        var caused = WrittenEntry.of(
                http,
                incident.post(
                        "/links",
                        Map.of("relation", "CAUSED_BY_MITIGATION", "incident", other.id(), "mitigationId", stopgap)));

        assertThat(related.entry().text("/type")).isEqualTo("link");
        assertThat(caused.get(other.path()).all("/links")).hasSize(2);
        var ledger = caused.get("/stopgaps?limit=1000").all("/items").stream()
                .filter(item -> item.path("mitigationId").asString().equals(stopgap))
                .toList();
        assertThat(ledger)
                .singleElement()
                .satisfies(item ->
                        assertThat(item.path("causedIncidents").values()).hasSize(1));
        Refusal.of(
                        incident.post("/links", Map.of("relation", "RELATED", "incident", "INC-999999")),
                        422,
                        "LINKED_INCIDENT_UNKNOWN")
                .about("incident");
        Refusal.of(
                        incident.post("/links", Map.of("relation", "RELATED", "incident", incident.number())),
                        422,
                        "INCIDENT_LINKED_TO_ITSELF")
                .about("incident");
        Refusal.of(
                        incident.post("/links", Map.of("relation", "CAUSED_BY_MITIGATION", "incident", other.number())),
                        422,
                        "LINK_NEEDS_MITIGATION")
                .about("mitigationId");
    }

    @Test
    void a_drill_takes_everything_an_incident_takes() {
        var drill = http.post(
                "/incidents",
                Map.of("title", "Fire drill", "severity", "SEV4", "kind", "DRILL", "services", List.of("checkout")));
        var observed = http.post("/incidents/" + drill.text("/id") + "/observations", Map.of("text", "smoke"));

        assertThat(observed.status()).isEqualTo(201);
        var drills = http.after(observed).get("/incidents?kind=DRILL&limit=1000");
        assertThat(drills.all("/items"))
                .extracting((JsonNode item) -> item.path("id").asString())
                .contains(drill.text("/id"));
    }
}
