package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningDecklog.class)
class DecisionCommandsIT {

    private static final Map<String, String> ROLL_BACK = Map.of(
            "name", "Roll back", "benefit", "known good", "risk", "loses the tax rules", "reversibility", "COSTLY");
    private static final Map<String, String> FEATURE_OFF = Map.of("name", "Feature off");

    private final RestClient http;
    private final OwnIncident incident;

    DecisionCommandsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void a_decision_in_one_call_is_one_entry_and_shows_in_the_audit_and_the_postmortem() {
        var seen = incident.recorded("/observations", Map.of("text", "5xx at 12 %"));
        var id = UUID.randomUUID().toString();

        var decided = WrittenEntry.of(http, incident.post("/decisions", """
                {"id": "%s", "question": "How do we stop the errors?",
                 "options": [{"name": "Roll back", "benefit": "known good", "risk": "loses the tax rules",
                              "reversibility": "COSTLY"}, {"name": "Feature off"}],
                 "chosen": "Roll back", "rationale": "It is quickest", "evidence": ["%s"], "decidedBy": "dana",
                 "participants": ["noor", "ravi"], "expectedOutcome": "5xx below 1 %%",
                 "neededBy": "2099-01-01T10:00:00Z"}
                """.formatted(id, seen)));

        assertThat(decided.answer().text("/decisionId")).isEqualTo(id);
        assertThat(decided.answer().sequence()).isEqualTo(3);
        assertThat(decided.entry().text("/type")).isEqualTo("decision");
        var audited = audited(decided);
        assertThat(audited.at("/options")).hasSize(2);
        assertThat(audited.at("/options/0/reversibility").asString()).isEqualTo("COSTLY");
        assertThat(audited.path("chosen").asString()).isEqualTo("Roll back");
        assertThat(audited.path("decidedBy").asString()).isEqualTo("dana");
        assertThat(audited.at("/evidence/0").asString()).isEqualTo(seen);
        assertThat(decided.get("/decisions/" + id + "/known").text("/citedEvidence/0/entryId"))
                .isEqualTo(seen);
        var postmortem = decided.reader().with("Accept", "text/markdown").get(incident.path() + "/postmortem");
        assertThat(postmortem.body()).contains("How do we stop the errors?").contains("It is quickest");
    }

    @Test
    void a_decision_is_raised_discussed_and_taken() {
        var raised = raise("How do we stop the errors?");
        var decision = "/decisions/" + raised.id();
        raised.holds(
                "decision-raised",
                Map.of(
                        "decisionId", raised.id(),
                        "question", "How do we stop the errors?",
                        "options", List.of(ROLL_BACK),
                        "evidence", List.of()));

        WrittenEntry.of(http, incident.post(decision + "/options", FEATURE_OFF))
                .holds("option", Map.of("decisionId", raised.id(), "name", "Feature off"));
        WrittenEntry.of(http, incident.post(decision + "/objections", Map.of("by", "ravi", "text", "No vouchers")))
                .holds("objection", Map.of("decisionId", raised.id(), "by", "ravi", "text", "No vouchers"));
        var chosen = WrittenEntry.of(
                http,
                incident.post(
                        decision + "/choice",
                        Map.of("chosen", "Feature off", "rationale", "quickest", "decidedBy", "dana")));

        chosen.holds(
                "decision",
                Map.of(
                        "decisionId",
                        raised.id(),
                        "question",
                        "How do we stop the errors?",
                        "options",
                        List.of(ROLL_BACK, FEATURE_OFF),
                        "chosen",
                        "Feature off",
                        "rationale",
                        "quickest",
                        "evidence",
                        List.of(),
                        "decidedBy",
                        "dana",
                        "participants",
                        List.of()));
        assertThat(audited(chosen).path("chosen").asString()).isEqualTo("Feature off");
    }

    @Test
    void a_decision_nobody_else_is_named_for_was_made_by_who_the_entry_is_from() {
        var decided = WrittenEntry.of(http, incident.post("/decisions", """
                {"question": "Now?", "options": [{"name": "Yes"}], "chosen": "Yes", "rationale": "why not",
                 "onBehalfOf": "noor"}
                """));

        assertThat(decided.entry().text("/details/decidedBy")).isEqualTo("noor");
    }

    @Test
    void a_newer_decision_supersedes_an_older_one() {
        var older = raise("Roll back?");
        var newer = raise("Roll forward?");

        var superseded = WrittenEntry.of(
                http,
                incident.post(
                        "/decisions/" + older.id() + "/supersede",
                        Map.of("by", newer.id(), "reason", "the fix is ready")));

        superseded.holds(
                "decision-superseded",
                Map.of("decisionId", older.id(), "by", newer.id(), "reason", "the fix is ready"));
        var superseding = superseded.get("/decisions?state=ALL&superseded=true&incident=" + incident.number());
        assertThat(superseding.all("/items"))
                .extracting(decision -> decision.path("decisionId").asString())
                .containsExactly(older.id());
    }

    private WrittenEntry raise(String question) {
        return WrittenEntry.of(
                http, incident.post("/decisions", Map.of("question", question, "options", List.of(ROLL_BACK))));
    }

    private JsonNode audited(WrittenEntry write) {
        var audit = write.get("/decisions?incident=" + incident.id());
        assertThat(audit.all("/items")).hasSize(1);
        return audit.at("/items/0");
    }
}
