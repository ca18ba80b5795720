package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The reports of 62 real incidents, mistakes included, go in and through every view. They are read where they are there. */
@ExtendWith(RunningDecklog.class)
@EnabledIf("areThere")
class RealIncidentsIT {

    private static final Path REPORTS = Path.of("../../shared/data/incidents.json");
    private static final String NOW = "asOf=2999-01-01T00:00:00Z";
    private static final List<String> VIEWS = List.of(
            "",
            "?" + NOW,
            "/metrics",
            "/metrics?" + NOW,
            "/timeline",
            "/timeline?order=recorded&reverse=true",
            "/timeline?order=occurred&kind=observation,mitigation&limit=5&" + NOW,
            "/postmortem",
            "/postmortem?" + NOW);
    private static final List<String> LISTS = List.of(
            "/stopgaps",
            "/stopgaps?" + NOW,
            "/decisions",
            "/metrics/incidents?" + NOW,
            "/metrics/incidents?groupBy=severity",
            "/metrics/incidents?groupBy=service",
            "/metrics/incidents?groupBy=month");
    private static final Map<String, String> HEAD_TIMES =
            Map.of("STARTED", "startedAt", "DETECTED", "detectedAt", "DECLARED", "declaredAt");
    private static final Map<String, String> ENTRIES = Map.of("REPAIRED", "mitigated", "RESOLVED", "resolved");

    private final RestClient http;
    private final JsonMapper json = JsonMapper.shared();

    RealIncidentsIT(RestClient http) {
        this.http = http;
    }

    static boolean areThere() {
        return Files.isReadable(REPORTS);
    }

    @Test
    void they_go_in_once_and_what_cannot_be_read_is_told() {
        var lines = lines();

        var first = ImportedFile.of(http, lines);
        var again = ImportedFile.of(http, lines);

        assertThat(first.at("/total").asInt()).isEqualTo(62);
        assertThat(first.at("/taken").asInt()).as(first.toString()).isEqualTo(61);
        assertThat(first.all("/errors"))
                .as("the one whose year is 22025")
                .extracting(error -> error.path("field").asString())
                .containsExactly("incident.detectedAt");
        assertThat(again.at("/taken").asInt()).isZero();
        assertThat(again.at("/skipped").asInt()).isEqualTo(61);
        assertThat(again.at("/entriesTaken").asInt()).isZero();
        readEveryView(again);
    }

    private void readEveryView(Answer job) {
        var reader = http.with("Decklog-Position", http.get("/log").text("/position"));
        assertThat(job.status()).isEqualTo(200);
        var incidents = reader.get("/incidents?limit=1000").all("/items").stream()
                .map(item -> "/incidents/" + item.path("id").asString())
                .toList();
        assertThat(incidents).hasSizeGreaterThanOrEqualTo(61);
        for (var incident : incidents) {
            for (var view : VIEWS) {
                assertThat(reader.get(incident + view).status())
                        .as(incident + view)
                        .isEqualTo(200);
            }
        }
        for (var view : LISTS) {
            assertThat(reader.get(view).status()).as(view).isEqualTo(200);
        }
        assertThat(reader.get("/search?q=rollback").all("/items")).isNotEmpty();
        measured(reader);
        audited(reader);
    }

    /** The reports contradict themselves now and then, and that is told. */
    private static void measured(RestClient reader) {
        var statistics =
                reader.get("/metrics/incidents?service=platform").all("/groups").getFirst();
        assertThat(statistics.path("incidents").asInt()).isEqualTo(61);
        for (var metric : statistics.path("metrics")) {
            assertThat(metric.path("count").asInt()
                            + metric.at("/leftOut/count").asInt())
                    .as(metric.toString())
                    .isEqualTo(61);
            assertThat(metric.at("/median/seconds").asLong(0)).isNotNegative();
        }
    }

    private static void audited(RestClient reader) {
        for (var audit : List.of("/decisions", "/decisions/facets", "/decisions/questions", "/exports/decisions")) {
            assertThat(reader.get(audit).status()).as(audit).isEqualTo(200);
        }
        for (var item :
                reader.get("/decisions?limit=1000&q=decided+or+decision").all("/items")) {
            var decision = "/decisions/" + item.path("decisionId").asString();
            for (var view : List.of("", "/known", "/precedents")) {
                assertThat(reader.get(decision + view).status())
                        .as(decision + view)
                        .isEqualTo(200);
            }
        }
        for (var table : List.of("text/csv", "application/x-ndjson")) {
            assertThat(reader.with("Accept", table).get("/decisions").status())
                    .as(table)
                    .isEqualTo(200);
        }
    }

    private String[] lines() {
        var lines = new ArrayList<String>();
        for (var report : json.readTree(REPORTS.toFile()).path("incidents")) {
            var line = json.createObjectNode();
            var head = line.putObject("incident");
            head.put("title", report.path("title").asString()).put("severity", "SEV2");
            head.putArray("services").add("platform");
            head.putObject("source")
                    .put("system", "reports")
                    .put("id", report.path("id").asString());
            var entries = line.putArray("entries");
            report.path("entries").forEach(entry -> add(entry, entries));
            report.path("milestones").forEach(milestone -> add(milestone, head, entries));
            lines.add(line.toString());
        }
        return lines.toArray(String[]::new);
    }

    private static void add(JsonNode told, ArrayNode entries) {
        var entry = entries.addObject().put("by", "responder");
        var text = told.path("text").asString();
        times(told, entry);
        switch (told.path("kind").asString()) {
            case "MITIGATION" ->
                entry.put("type", "mitigation")
                        .put("description", text)
                        .put("kind", "OTHER")
                        .put("permanence", "STOPGAP");
            case "STATUS_UPDATE" ->
                entry.put("type", "status-update").put("audience", "users").put("message", text);
            case "DECISION" -> {
                entry.put("type", "decision")
                        .put("question", text)
                        .put("chosen", "as told")
                        .put("rationale", text);
                entry.putArray("options").addObject().put("name", "as told");
            }
            case "RESOLVED" -> entry.put("type", "resolved").put("summary", text);
            default ->
                entry.put("type", "observation")
                        .put("text", text)
                        .set("evidence", told.path("evidence").isArray() ? told.path("evidence") : entry.arrayNode());
        }
    }

    private static void add(JsonNode milestone, ObjectNode head, ArrayNode entries) {
        var name = milestone.path("milestone").asString();
        if (HEAD_TIMES.containsKey(name)) {
            head.put(HEAD_TIMES.get(name), occurredAt(milestone));
        } else {
            times(milestone, entries.addObject().put("type", ENTRIES.get(name)));
        }
    }

    private static void times(JsonNode told, ObjectNode entry) {
        entry.put("occurredAt", occurredAt(told))
                .put("originallyRecordedAt", told.path("recordedAt").asString());
    }

    /** As it stands in the report where nobody could read it. */
    private static String occurredAt(JsonNode told) {
        return told.path("occurredAt").isString()
                ? told.path("occurredAt").asString()
                : told.path("occurredAtRaw").asString();
    }
}
