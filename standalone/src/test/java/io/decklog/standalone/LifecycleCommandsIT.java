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
class LifecycleCommandsIT {

    private final RestClient http;

    LifecycleCommandsIT(RestClient http) {
        this.http = http;
    }

    @Test
    void a_declaration_opens_the_log_of_an_incident_with_everything_that_was_sent() {
        var id = UUID.randomUUID().toString();

        var declared = http.post("/incidents", """
                {"id": "%s", "title": "Checkout answers 5xx", "severity": "SEV2", "services": ["checkout", "payments"],
                 "summary": "One order in eight fails.", "kind": "DRILL", "source": {"system": "pager", "id": "P-%s"},
                 "startedAt": "2026-03-30T08:10:00Z", "detectedAt": "2026-03-30T08:12:00Z",
                 "occurredAt": "2026-03-30T08:14:00Z", "onBehalfOf": "noor", "lateReason": "was on the bridge call"}
                """.formatted(id, id));

        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        assertThat(declared.header("Location")).isEqualTo("/api/v1/incidents/" + id);
        assertThat(declared.header("ETag")).isEqualTo("\"1\"");
        assertThat(declared.text("/id")).isEqualTo(id);
        assertThat(declared.text("/number")).matches("INC-[1-9][0-9]*");
        assertThat(declared.sequence()).isEqualTo(1);
        var reader = http.after(declared);
        var incident = reader.get(declared.header("Location"));
        assertThat(incident.header("ETag")).isEqualTo("\"1\"");
        assertThat(incident.text("/number")).isEqualTo(declared.text("/number"));
        assertThat(incident.text("/recordedAt")).isEqualTo(declared.text("/recordedAt"));
        assertThat(incident.text("/declaredAt")).isEqualTo("2026-03-30T08:14:00Z");
        assertThat(incident.text("/kind")).isEqualTo("DRILL");
        assertThat(incident.all("/services")).extracting(JsonNode::asString).containsExactly("checkout", "payments");
        assertThat(reader.get("/incidents?source=pager:P-" + id).text("/items/0/id"))
                .isEqualTo(id);
        var entry = reader.get("/incidents/" + id + "/timeline");
        assertThat(entry.text("/entries/0/type")).isEqualTo("declared");
        assertThat(entry.text("/entries/0/onBehalfOf")).isEqualTo("noor");
        assertThat(entry.text("/entries/0/lateReason")).isEqualTo("was on the bridge call");
        assertThat(entry.at("/entries/0/late").asBoolean()).isTrue();
        assertThat(entry.text("/entries/0/details/detectedAt")).isEqualTo("2026-03-30T08:12:00Z");
    }

    @Test
    void an_incident_can_be_written_and_read_by_its_number_as_by_its_id() {
        var incident = OwnIncident.declaredTo(http);

        var observed = http.post("/incidents/" + incident.number() + "/observations", Map.of("text", "by number"));

        assertThat(observed.text("/incidentId")).isEqualTo(incident.id().toString());
        assertThat(observed.text("/number")).isEqualTo(incident.number());
        var byNumber = http.after(observed).get("/incidents/" + incident.number() + "/timeline");
        var byId = http.after(observed).get(incident.path() + "/timeline");
        assertThat(byNumber.at("/entries")).isEqualTo(byId.at("/entries"));
        assertThat(byId.all("/entries")).hasSize(2);
    }

    @Test
    void an_incident_goes_from_open_to_closed_and_back() {
        var incident = OwnIncident.declaredTo(http);

        shows(incident, "/severity", Map.of("severity", "SEV1", "reason", "all of Europe"), "OPEN");
        shows(incident, "/mitigated", Map.of("summary", "5xx below 1 %"), "MITIGATED");
        shows(incident, "/resolve", Map.of("summary", "The lookup has a time limit"), "RESOLVED");
        shows(incident, "/close", Map.of("summary", "Nothing left to do"), "CLOSED");
        shows(incident, "/reopen", Map.of("reason", "it is back"), "OPEN");

        var timeline = http.after(incident.observe("and on it goes")).get(incident.path() + "/timeline?order=recorded");
        assertThat(timeline.all("/entries"))
                .extracting(entry -> entry.path("type").asString())
                .containsExactly("declared", "severity", "mitigated", "resolved", "closed", "reopened", "observation");
        assertThat(timeline.text("/entries/1/details/from")).isEqualTo("SEV2");
        assertThat(timeline.text("/entries/1/details/to")).isEqualTo("SEV1");
    }

    private void shows(OwnIncident incident, String path, Map<String, String> body, String state) {
        var written = WrittenEntry.of(http, incident.post(path, body));
        var read = written.get(incident.path());
        assertThat(read.text("/state")).isEqualTo(state);
        assertThat(read.header("ETag")).isEqualTo(written.answer().header("ETag"));
    }

    @Test
    void what_needs_no_summary_needs_no_body_either() {
        var incident = OwnIncident.declaredTo(http);

        WrittenEntry.of(http, incident.post("/mitigated", "")).holds("mitigated", Map.of());
        WrittenEntry.of(http, incident.post("/resolve", Map.of("summary", "done")));
        WrittenEntry.of(http, incident.post("/close", "{}")).holds("closed", Map.of());
    }

    @Test
    void asking_for_what_already_is_answers_200_and_records_nothing() {
        var incident = OwnIncident.declaredTo(http);

        var same = incident.post("/severity", Map.of("severity", "SEV2", "reason", "still"));

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json().has("entryId")).isFalse();
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(same.header("Location")).isEqualTo("/api/v1" + incident.path());
        assertThat(incident.sequence()).isEqualTo(1);
    }

    @Test
    void two_declarations_get_two_numbers() {
        var numbers = List.of(
                OwnIncident.declaredTo(http).number(),
                OwnIncident.declaredTo(http).number());

        assertThat(numbers).doesNotHaveDuplicates();
    }
}
