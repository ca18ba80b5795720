package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningDecklog.class)
class MitigationCommandsIT {

    private final RestClient http;
    private final OwnIncident incident;

    MitigationCommandsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void a_stopgap_that_carries_out_a_decision_is_in_the_ledger() {
        var decision = incident.recorded("/decisions", Map.of("question", "Vouchers off?"));
        var sent = Map.of(
                "description", "Vouchers switched off",
                "kind", "FEATURE_OFF",
                "permanence", "STOPGAP",
                "decisionId", decision,
                "risk", "no campaign",
                "exitCondition", "lookups within 200 ms");

        var applied = WrittenEntry.of(http, incident.post("/mitigations", sent));

        var withId = new HashMap<String, Object>(sent);
        withId.put("mitigationId", applied.answer().text("/mitigationId"));
        applied.holds("mitigation", withId);
        var line = ledger(applied);
        assertThat(line.path("mitigationId").asString()).isEqualTo(applied.id());
        assertThat(line.path("state").asString()).isEqualTo("OPEN");
        assertThat(line.path("exitCondition").asString()).isEqualTo("lookups within 200 ms");
    }

    @Test
    void a_stopgap_is_assessed_planned_for_and_paid_off() {
        var id = stopgap();
        var path = "/mitigations/" + id;

        WrittenEntry.of(
                        http,
                        incident.post(
                                path + "/assessment",
                                Map.of("effect", "PARTIAL", "evidence", List.of("https://grafana.example/d/1"))))
                .holds(
                        "mitigation-assessed",
                        Map.of(
                                "mitigationId",
                                id,
                                "effect",
                                "PARTIAL",
                                "evidence",
                                List.of("https://grafana.example/d/1")));
        var planned = WrittenEntry.of(http, incident.post(path + "/permanent-fix", """
                {"owner": "ravi", "dueAt": "2099-01-31T12:00:00Z", "description": "Give the lookup a time limit",
                 "ticket": "SHOP-1207", "exitCondition": "deployed everywhere"}
                """));
        assertThat(planned.entry().text("/details/ticket")).isEqualTo("SHOP-1207");
        assertThat(ledger(planned).path("state").asString()).isEqualTo("PLANNED");
        assertThat(ledger(planned).path("owner").asString()).isEqualTo("ravi");
        var completed = WrittenEntry.of(http, incident.post(path + "/permanent-fix/completion", "{\"note\": \"4.2\"}"));
        completed.holds("permanent-fix-completed", Map.of("mitigationId", id, "note", "4.2"));

        assertThat(ledger(completed).path("state").asString()).isEqualTo("PAID");
    }

    @Test
    void a_stopgap_is_rolled_back() {
        var id = stopgap();

        var rolledBack = WrittenEntry.of(
                http, incident.post("/mitigations/" + id + "/rollback", Map.of("reason", "it made it worse")));

        rolledBack.holds("mitigation-rolled-back", Map.of("mitigationId", id, "reason", "it made it worse"));
        assertThat(ledger(rolledBack).path("state").asString()).isEqualTo("ROLLED_BACK");
    }

    @Test
    void a_permanent_fix_is_completed_after_the_incident_was_closed_and_without_a_word() {
        var fix = "/mitigations/" + stopgap() + "/permanent-fix";
        incident.recorded("/resolve", Map.of("summary", "vouchers are off"));
        incident.recorded("/close", "");
        incident.recorded(fix, Map.of("owner", "ravi", "dueAt", "2099-01-31T12:00:00Z", "description", "a limit"));

        var completed = WrittenEntry.of(http, incident.post(fix + "/completion", ""));

        assertThat(ledger(completed).path("state").asString()).isEqualTo("PAID");
    }

    @Test
    void a_mitigation_that_may_stay_leaves_no_debt() {
        var applied = WrittenEntry.of(
                http,
                incident.post(
                        "/mitigations",
                        Map.of("description", "Rolled back", "kind", "ROLLBACK", "permanence", "PERMANENT")));

        assertThat(stopgaps(applied)).isEmpty();
    }

    private String stopgap() {
        return incident.recorded(
                "/mitigations", Map.of("description", "Vouchers off", "kind", "FEATURE_OFF", "permanence", "STOPGAP"));
    }

    private JsonNode ledger(WrittenEntry write) {
        assertThat(stopgaps(write)).hasSize(1);
        return stopgaps(write).getFirst();
    }

    private List<JsonNode> stopgaps(WrittenEntry write) {
        return write.get("/stopgaps?limit=1000").all("/items").stream()
                .filter(line ->
                        line.path("incidentId").asString().equals(incident.id().toString()))
                .toList();
    }
}
