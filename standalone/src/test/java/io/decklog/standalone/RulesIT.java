package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the rules of an incident refuse is 404, 409, 412 or 422 with the code of the rule, and nothing is recorded. */
@ExtendWith(RunningDecklog.class)
class RulesIT {

    private static final Map<String, String> REASON = Map.of("reason", "because");
    private static final Map<String, String> SUMMARY = Map.of("summary", "done");
    private static final Map<String, String> TEXT = Map.of("text", "x");

    private final RestClient http;
    private final OwnIncident incident;
    private long recorded = 1;

    RulesIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @AfterEach
    void nothing_was_recorded_but_what_was_answered_201() {
        assertThat(incident.sequence()).isEqualTo(recorded);
    }

    @Test
    void what_is_not_there_is_404() {
        var nobody = UUID.randomUUID();
        Refusal.of(http.post("/incidents/" + nobody + "/observations", TEXT), 404, "UNKNOWN_INCIDENT");
        Refusal.of(http.post("/incidents/INC-999999999999999999/observations", TEXT), 404, "UNKNOWN_INCIDENT");
        refused("/entries/" + nobody + "/strike", REASON, 404, "UNKNOWN_ENTRY");
        refused("/entries/" + nobody + "/correction", Map.of("text", "x", "reason", "y"), 404, "UNKNOWN_ENTRY");
        refused("/decisions/" + nobody + "/options", Map.of("name", "x"), 404, "UNKNOWN_DECISION");
        refused("/decisions/" + nobody + "/objections", Map.of("by", "x", "text", "y"), 404, "UNKNOWN_DECISION");
        refused("/mitigations/" + nobody + "/rollback", REASON, 404, "UNKNOWN_MITIGATION");
        refused("/mitigations/" + nobody + "/permanent-fix/completion", "", 404, "UNKNOWN_MITIGATION");
    }

    @Test
    void an_id_that_is_taken_is_409_wherever_it_was_used() {
        var taken = Map.of("text", "x", "id", record("/observations", TEXT));
        Refusal.of(incident.post("/observations", taken), 409, "ID_TAKEN").about("id");
        Refusal.of(OwnIncident.declaredTo(http).post("/observations", taken), 409, "ID_TAKEN")
                .about("id");
        var declaration = Map.of("title", "x", "severity", "SEV1", "services", List.of(), "id", incident.id());
        Refusal.of(http.post("/incidents", declaration), 409, "ID_TAKEN").about("id");
    }

    @Test
    void an_incident_is_closed_only_when_resolved_and_reopened_only_when_over() {
        refused("/close", "", 409, "INCIDENT_NOT_RESOLVED");
        refused("/reopen", REASON, 409, "INCIDENT_NOT_OVER");
        record("/mitigated", "");
        refused("/mitigated", "", 409, "INCIDENT_ALREADY_MITIGATED");
        record("/resolve", SUMMARY);
        refused("/resolve", SUMMARY, 409, "INCIDENT_ALREADY_RESOLVED");
        refused("/mitigated", "", 409, "INCIDENT_ALREADY_RESOLVED");
    }

    @Test
    void a_closed_incident_takes_no_new_entries_but_goes_on_taking_amendments() {
        var decision = record("/decisions", Map.of("question", "x", "options", List.of(Map.of("name", "a"))));
        var mitigation = record("/mitigations", Map.of("description", "x", "kind", "OTHER", "permanence", "STOPGAP"));
        record("/resolve", SUMMARY);
        record("/close", "");

        refused("/observations", TEXT, 409, "INCIDENT_CLOSED");
        refused("/severity", Map.of("severity", "SEV1", "reason", "x"), 409, "INCIDENT_CLOSED");
        refused("/roles", Map.of("role", "SCRIBE", "holder", "x"), 409, "INCIDENT_CLOSED");
        refused("/status-updates", Map.of("audience", "x", "message", "y"), 409, "INCIDENT_CLOSED");
        refused("/decisions", Map.of("question", "x"), 409, "INCIDENT_CLOSED");
        refused("/decisions/" + decision + "/choice", Map.of("chosen", "a", "rationale", "b"), 409, "INCIDENT_CLOSED");
        refused("/mitigations/" + mitigation + "/assessment", Map.of("effect", "PARTIAL"), 409, "INCIDENT_CLOSED");
        refused("/mitigations/" + mitigation + "/rollback", REASON, 409, "INCIDENT_CLOSED");
        refused("/close", "", 409, "INCIDENT_CLOSED");
        record("/entries/" + decision + "/correction", Map.of("text", "x", "reason", "y"));
        record("/entries/" + mitigation + "/strike", REASON);
    }

    @Test
    void a_decision_is_taken_once_among_options_of_different_names() {
        var options = List.of(Map.of("name", "a"), Map.of("name", "a"));
        Refusal.of(
                        incident.post("/decisions", Map.of("question", "x", "options", options)),
                        422,
                        "OPTIONS_NOT_DISTINCT")
                .about("options[1].name");
        var path = "/decisions/" + record("/decisions", Map.of("question", "x"));
        record(path + "/options", Map.of("name", "a"));
        Refusal.of(incident.post(path + "/options", Map.of("name", "a")), 409, "OPTION_NAME_TAKEN")
                .about("name");
        Refusal.of(
                        incident.post(path + "/choice", Map.of("chosen", "b", "rationale", "x")),
                        422,
                        "CHOICE_NOT_AMONG_OPTIONS")
                .about("chosen");
        record(path + "/choice", Map.of("chosen", "a", "rationale", "x"));
        refused(path + "/choice", Map.of("chosen", "a", "rationale", "x"), 409, "DECISION_ALREADY_RECORDED");
        refused(path + "/options", Map.of("name", "b"), 409, "DECISION_ALREADY_RECORDED");
    }

    @Test
    void a_decision_has_at_most_20_options_however_they_came() {
        var path = "/decisions/" + record("/decisions", Map.of("question", "x"));
        for (int i = 1; i <= 20; i++) {
            record(path + "/options", Map.of("name", "option " + i));
        }
        refused(path + "/options", Map.of("name", "one more"), 409, "TOO_MANY_OPTIONS");
    }

    @Test
    void a_decision_is_superseded_once_and_by_another() {
        var older = record("/decisions", Map.of("question", "older"));
        var newer = record("/decisions", Map.of("question", "newer"));
        var path = "/decisions/" + older + "/supersede";
        refused(path, Map.of("by", older, "reason", "x"), 409, "DECISION_SUPERSEDES_ITSELF");
        var unknown = Map.of("by", UUID.randomUUID(), "reason", "x");
        Refusal.of(incident.post(path, unknown), 422, "SUPERSEDING_DECISION_UNKNOWN")
                .about("by");
        record(path, Map.of("by", newer, "reason", "x"));
        refused(path, Map.of("by", newer, "reason", "x"), 409, "DECISION_ALREADY_SUPERSEDED");
        refused(
                "/decisions/" + older + "/objections",
                Map.of("by", "x", "text", "y"),
                409,
                "DECISION_ALREADY_SUPERSEDED");
    }

    @Test
    void only_a_stopgap_that_still_stands_can_be_paid_off_and_only_as_planned() {
        var fix = Map.of("owner", "x", "dueAt", "2099-01-01T00:00:00Z", "description", "y");
        var kept = record("/mitigations", Map.of("description", "x", "kind", "OTHER", "permanence", "PERMANENT"));
        refused("/mitigations/" + kept + "/permanent-fix", fix, 409, "MITIGATION_NOT_A_STOPGAP");
        var stopgap = "/mitigations/"
                + record("/mitigations", Map.of("description", "x", "kind", "OTHER", "permanence", "STOPGAP"));
        refused(stopgap + "/permanent-fix/completion", "", 409, "PERMANENT_FIX_NOT_PLANNED");
        record(stopgap + "/permanent-fix", fix);
        record(stopgap + "/permanent-fix/completion", "");
        refused(stopgap + "/permanent-fix/completion", "", 409, "PERMANENT_FIX_ALREADY_COMPLETED");
        record(stopgap + "/rollback", REASON);
        refused(stopgap + "/rollback", REASON, 409, "MITIGATION_ALREADY_ROLLED_BACK");
        var ofNothing =
                Map.of("description", "x", "kind", "OTHER", "permanence", "STOPGAP", "decisionId", UUID.randomUUID());
        Refusal.of(incident.post("/mitigations", ofNothing), 422, "CARRIED_OUT_DECISION_UNKNOWN")
                .about("decisionId");
    }

    @Test
    void a_struck_entry_can_be_neither_corrected_nor_struck_again() {
        var entry = "/entries/" + record("/observations", TEXT);
        record(entry + "/strike", REASON);
        refused(entry + "/strike", REASON, 409, "ENTRY_STRUCK");
        refused(entry + "/correction", Map.of("text", "x", "reason", "y"), 409, "ENTRY_STRUCK");
    }

    @Test
    void a_write_that_expects_another_sequence_is_412() {
        for (var stale : List.of("\"2\"", "W/\"1\"", "1", "\"\"", "\"0\", \"7\"")) {
            Refusal.of(incident.with("If-Match", stale).observe("x"), 412, "SEQUENCE_MISMATCH");
        }
        Refusal.of(http.with("If-Match", "*").post("/incidents", OwnIncident.DECLARATION), 412, "SEQUENCE_MISMATCH");
        for (var fresh : List.of("\"1\"", "\"1\", \"2\"", "*")) {
            assertThat(incident.with("If-Match", fresh).observe("x").status()).isEqualTo(201);
            recorded++;
        }
    }

    private void refused(String path, Object body, int status, String code) {
        Refusal.of(incident.post(path, body), status, code);
    }

    private String record(String path, Object body) {
        recorded++;
        return incident.recorded(path, body);
    }
}
