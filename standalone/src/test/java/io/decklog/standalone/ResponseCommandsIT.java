package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningDecklog.class)
class ResponseCommandsIT {

    private final RestClient http;
    private final OwnIncident incident;

    ResponseCommandsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void an_observation_is_in_the_timeline_with_its_evidence_and_both_its_times() {
        var id = UUID.randomUUID().toString();
        var evidence =
                List.of("https://grafana.example/d/checkout", incident.id().toString());

        var observed = WrittenEntry.of(
                http, incident.post("/observations", """
                {"id": "%s", "text": "5xx at 12 %%", "source": "METRICS", "evidence": ["%s", "%s"],
                 "occurredAt": "2026-03-30T08:14:00.123456Z", "onBehalfOf": "noor", "lateReason": "no network"}
                """.formatted(id, evidence.getFirst(), evidence.getLast())));

        observed.holds("observation", Map.of("text", "5xx at 12 %", "source", "METRICS", "evidence", evidence));
        assertThat(observed.id()).isEqualTo(id);
        assertThat(observed.entry().text("/occurredAt")).isEqualTo("2026-03-30T08:14:00.123456Z");
        assertThat(observed.entry().at("/late").asBoolean()).isTrue();
        assertThat(observed.entry().text("/lateReason")).isEqualTo("no network");
        assertThat(observed.entry().text("/onBehalfOf")).isEqualTo("noor");
        assertThat(incident.timelineAfter(observed.answer()))
                .last()
                .isEqualTo(observed.entry().json());
    }

    @Test
    void an_entry_without_a_time_of_its_own_occurred_when_it_was_recorded() {
        var observed = WrittenEntry.of(http, incident.observe("just now"));

        assertThat(observed.entry().text("/occurredAt"))
                .isEqualTo(observed.entry().text("/recordedAt"));
        assertThat(observed.entry().at("/late").asBoolean()).isFalse();
    }

    @Test
    void text_in_any_script_comes_back_as_it_was_sent() {
        var text = "Zeile\n\tñ 漢字 👩‍🚒 \"quoted\" \\ </script> 100 % & ’";

        WrittenEntry.of(http, incident.observe(text)).holds("observation", Map.of("text", text, "evidence", List.of()));
    }

    @Test
    void a_role_is_handed_over_from_who_held_it() {
        WrittenEntry.of(http, incident.post("/roles", Map.of("role", "COMMANDER", "holder", "dana")))
                .holds("role", Map.of("role", "COMMANDER", "holder", "dana"));

        var over = Map.of("role", "COMMANDER", "holder", "ravi", "handover", "the rollback runs");
        var handed = WrittenEntry.of(http, incident.post("/roles", over));

        assertThat(handed.entry().text("/details/previousHolder")).isEqualTo("dana");
        assertThat(handed.entry().text("/details/handover")).isEqualTo("the rollback runs");
        assertThat(handed.get(incident.path()).text("/commander")).isEqualTo("ravi");
    }

    @Test
    void a_role_its_holder_has_already_is_answered_200_and_not_recorded() {
        incident.recorded("/roles", Map.of("role", "SCRIBE", "holder", "dana"));

        var again = incident.post("/roles", Map.of("role", "SCRIBE", "holder", "dana"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().has("entryId")).isFalse();
        assertThat(incident.sequence()).isEqualTo(2);
    }

    @Test
    void a_status_update_says_what_whom_was_told() {
        var update =
                Map.of("audience", "customers", "message", "Orders work again", "nextUpdateBy", "2099-01-01T10:00:00Z");

        WrittenEntry.of(http, incident.post("/status-updates", update)).holds("status-update", update);
    }

    @Test
    void a_correction_replaces_what_is_read_and_keeps_what_was_written() {
        var mistaken = incident.recorded("/observations", Map.of("text", "5xx at 12 %"));

        var corrected = WrittenEntry.of(
                http,
                incident.post(
                        "/entries/" + mistaken + "/correction",
                        Map.of("text", "5xx at 21 %", "reason", "digits swapped")));

        assertThat(corrected.id()).isEqualTo(mistaken);
        assertThat(corrected.entry().text("/entryId")).isEqualTo(mistaken);
        assertThat(corrected.entry().at("/corrected").asBoolean()).isTrue();
        assertThat(corrected.entry().text("/text")).isEqualTo("5xx at 21 %");
        assertThat(corrected.entry().text("/corrections/0/formerText")).contains("5xx at 12 %");
        assertThat(corrected.entry().text("/corrections/0/reason")).isEqualTo("digits swapped");
        assertThat(corrected.entry().text("/details/text")).isEqualTo("5xx at 12 %");
        assertThat(incident.timelineAfter(corrected.answer())).hasSize(2);
    }

    @Test
    void a_struck_entry_stays_in_the_timeline() {
        var mistaken = incident.recorded("/observations", Map.of("text", "The pager was silent"));

        var struck = WrittenEntry.of(
                http, incident.post("/entries/" + mistaken + "/strike", Map.of("reason", "that was another pager")));

        assertThat(struck.answer().sequence()).isEqualTo(3);
        assertThat(struck.entry().text("/entryId")).isEqualTo(mistaken);
        assertThat(struck.entry().at("/struck").asBoolean()).isTrue();
        assertThat(struck.entry().text("/strike/reason")).isEqualTo("that was another pager");
        assertThat(struck.entry().text("/text")).contains("The pager was silent");
    }
}
