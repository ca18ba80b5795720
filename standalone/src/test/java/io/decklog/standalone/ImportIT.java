package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningDecklog.class)
class ImportIT {

    private final RestClient http;
    private final String id = UUID.randomUUID().toString();

    ImportIT(RestClient http) {
        this.http = http;
    }

    /** One incident, one line: with these entries, and a source of this test's own. */
    private String line(String entries) {
        return """
                {"incident":{"title":"Orders fail","severity":"SEV2","services":["checkout"],\
                "declaredAt":"2026-03-30T08:14:00Z","source":{"system":"it","id":"%s"}},"entries":[%s]}""".formatted(id, entries);
    }

    private static String observation(String text) {
        return """
                {"type":"observation","occurredAt":"2026-03-30T08:15:00Z","text":"%s"}""".formatted(text);
    }

    private Answer incident(Answer job) {
        return http.after(job).get("/incidents?source=it:" + id);
    }

    private Answer timeline(Answer job) {
        var incident = incident(job).text("/items/0/id");
        return http.after(job).get("/incidents/" + incident + "/timeline?order=recorded");
    }

    private static void assertCounts(Answer job, int taken, int skipped, int failed, int entriesTaken) {
        assertThat(job.text("/state")).isEqualTo("DONE");
        assertThat(job.at("/taken").asInt()).as(job.toString()).isEqualTo(taken);
        assertThat(job.at("/skipped").asInt()).as(job.toString()).isEqualTo(skipped);
        assertThat(job.at("/failed").asInt()).as(job.toString()).isEqualTo(failed);
        assertThat(job.at("/entriesTaken").asInt()).as(job.toString()).isEqualTo(entriesTaken);
        assertThat(job.at("/done").asInt()).isEqualTo(taken + skipped + failed);
        assertThat(job.at("/total").asInt()).isEqualTo(job.at("/lines").asInt());
    }

    @Test
    void an_incident_of_the_past_keeps_its_times_its_authors_and_its_order() {
        var decision = UUID.randomUUID();
        var job = ImportedFile.of(http, line("""
                {"type":"observation","occurredAt":"2026-03-30T08:20:00Z","by":"noor","text":"5xx at 12 %%",\
                "originallyRecordedAt":"2026-03-30T08:21:00Z","evidence":["https://grafana.example/d/1"]},\
                {"type":"decision","id":"%1$s","occurredAt":"2026-03-30T08:18:00Z","question":"Roll back?",\
                "options":[{"name":"yes"},{"name":"no"}],"chosen":"yes","rationale":"it began with it"},\
                {"type":"mitigation","occurredAt":"2026-03-30T08:19:00Z","description":"Roll back","kind":"ROLLBACK",\
                "permanence":"STOPGAP","decisionId":"%1$s"},\
                {"type":"objection","decisionId":"%1$s","occurredAt":"2026-03-30T08:19:30Z","by":"sam","text":"too soon"},\
                {"type":"resolved","occurredAt":"2026-03-30T08:40:00Z"}""".formatted(decision)));

        assertCounts(job, 1, 0, 0, 5);
        var entries = timeline(job).all("/entries");
        assertThat(entries)
                .extracting(entry -> entry.path("type").asString())
                .containsExactly("declared", "observation", "decision", "mitigation", "objection", "resolved");
        var observed = entries.get(1);
        assertThat(observed.path("by").asString()).isEqualTo("noor");
        assertThat(observed.path("occurredAt").asString()).isEqualTo("2026-03-30T08:20:00Z");
        assertThat(observed.path("originallyRecordedAt").asString()).isEqualTo("2026-03-30T08:21:00Z");
        assertThat(observed.path("late").asBoolean()).isFalse();
        assertThat(entries.get(2).path("entryId").asString()).isEqualTo(decision.toString());
        assertThat(entries.get(4).path("by").asString()).isEqualTo("sam");
        assertThat(incident(job).text("/items/0/state")).isEqualTo("RESOLVED");
        assertThat(incident(job).text("/items/0/declaredAt")).isEqualTo("2026-03-30T08:14:00Z");
    }

    @Test
    void imported_twice_is_imported_once_and_a_later_file_adds_only_what_is_new() {
        var first =
                ImportedFile.of(http, line(observation("one") + "," + observation("same") + "," + observation("same")));
        var again =
                ImportedFile.of(http, line(observation("one") + "," + observation("same") + "," + observation("same")));
        var more =
                ImportedFile.of(http, line(observation("one") + "," + observation("new") + "," + observation("same")));

        assertCounts(first, 1, 0, 0, 3);
        assertCounts(again, 0, 1, 0, 0);
        assertCounts(more, 1, 0, 0, 1);
        assertThat(timeline(more).all("/entries"))
                .extracting(entry -> entry.path("text").asString())
                .hasSize(5)
                .last()
                .isEqualTo("new");
    }

    @Test
    void what_is_said_twice_in_the_record_is_recorded_twice_and_imported_again_not_at_all() {
        var entries = """
                {"type":"severity","occurredAt":"2026-03-30T08:15:00Z","severity":"SEV2","reason":"as declared"},\
                {"type":"severity","occurredAt":"2026-03-30T08:16:00Z","severity":"SEV1","reason":"worse"},\
                {"type":"resolved","occurredAt":"2026-03-30T08:40:00Z"},\
                {"type":"resolved","occurredAt":"2026-03-30T08:41:00Z"},\
                {"type":"mitigated","occurredAt":"2026-03-30T08:30:00Z"}""";

        var first = ImportedFile.of(http, line(entries));
        var again = ImportedFile.of(http, line(entries));

        assertCounts(first, 1, 0, 0, 5);
        assertCounts(again, 0, 1, 0, 0);
        assertThat(incident(first).text("/items/0/state")).isEqualTo("RESOLVED");
        assertThat(incident(first).text("/items/0/severity")).isEqualTo("SEV1");
    }

    @Test
    void an_incident_declared_over_REST_is_found_by_its_source() {
        var declared = http.post(
                "/incidents",
                Map.of(
                        "title", "Orders fail",
                        "severity", "SEV2",
                        "services", new String[] {"checkout"},
                        "occurredAt", "2026-03-30T08:14:00Z",
                        "source", Map.of("system", "it", "id", id)));

        var job = ImportedFile.of(http, line(observation("later told")));

        assertCounts(job, 1, 0, 0, 1);
        assertThat(job.all("/errors")).isEmpty();
        assertThat(incident(job).all("/items")).hasSize(1);
        assertThat(timeline(job).text("/incidentId")).isEqualTo(declared.text("/id"));
    }

    @Test
    void a_head_that_differs_is_told_and_not_applied() {
        ImportedFile.of(http, line(observation("one")));

        var job = ImportedFile.of(http, line(observation("two")).replace("Orders fail", "Orders fly"));

        assertCounts(job, 1, 0, 0, 1);
        assertThat(job.all("/errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("incident.title");
        assertThat(incident(job).text("/items/0/title")).isEqualTo("Orders fail");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            line                            | nonsense
            incident                        | {"entries":[]}
            entries                         | {"incident":{"title":"t","severity":"SEV1","services":[]}}
            incident.severity               | {"incident":{"title":"t","severity":"SEV9","services":[]},"entries":[]}
            incident.detectedAt             | {"incident":{"title":"t","severity":"SEV1","services":[],"detectedAt":"22025-03-18 09:36"},"entries":[]}
            incident.owner                  | {"incident":{"title":"t","severity":"SEV1","services":[],"owner":"o"},"entries":[]}
            extra                           | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[],"extra":1}
            entries[0]                      | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[7]}
            entries[0].type                 | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"gossip"}]}
            entries[0].occurredAt           | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"observation","text":"t"}]}
            entries[0].colour               | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"observation","text":"t","colour":"red","occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[0].evidence[0]          | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"observation","text":"t","evidence":["x"],"occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[0].originallyRecordedAt | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"observation","text":"t","originallyRecordedAt":"never","occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[0].chosen               | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"decision","question":"q","options":[{"name":"a"}],"chosen":"b","rationale":"r","occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[0].rationale            | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"decision","question":"q","options":[{"name":"a"}],"chosen":"a","occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[0].decisionId           | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"objection","by":"b","text":"t","occurredAt":"2026-03-30T08:14:00Z"}]}
            entries[1]                      | {"incident":{"title":"t","severity":"SEV1","services":[]},"entries":[{"type":"observation","text":"t","occurredAt":"2026-03-30T08:14:00Z"},{"type":"closed","occurredAt":"2026-03-30T08:14:00Z"}]}
            """)
    void a_line_that_cannot_be_taken_is_told_with_its_field_and_nothing_of_it_is_taken(String field, String line) {
        var before = http.get("/log").at("/events").asLong();

        var job = ImportedFile.of(http, "", line);

        assertCounts(job, 0, 0, 1, 0);
        assertThat(job.all("/errors")).hasSize(1);
        assertThat(job.text("/errors/0/field")).isEqualTo(field);
        assertThat(job.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(job.text("/errors/0/detail")).isNotBlank().doesNotContain("Exception", "io.decklog", "java.");
        assertThat(http.get("/log").at("/events").asLong()).isEqualTo(before);
    }

    @Test
    void the_other_lines_go_on() {
        var job = ImportedFile.of(http, "{", line(observation("taken")), "[]");

        assertCounts(job, 1, 0, 2, 1);
        assertThat(job.all("/errors"))
                .extracting(error -> error.path("line").asInt())
                .containsExactly(1, 3);
    }

    @Test
    void an_id_that_is_taken_elsewhere_is_refused() {
        var entry = OwnIncident.declaredTo(http).recorded("/observations", Map.of("text", "mine"));

        var job = ImportedFile.of(http, line("""
                {"type":"observation","id":"%s","occurredAt":"2026-03-30T08:15:00Z","text":"t"}""".formatted(entry)));

        assertCounts(job, 0, 0, 1, 0);
        assertThat(incident(job).all("/items")).isEmpty();
    }

    @Test
    void an_upload_sent_again_with_its_key_is_the_same_job() {
        var keyed = http.with("Idempotency-Key", id);

        var first = ImportedFile.accepted(keyed, line(observation("one")));
        var again = ImportedFile.accepted(keyed, line(observation("one")));

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        Refusal.of(
                keyed.with("Content-Type", "application/x-ndjson").post("/imports", line(observation("two"))),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void an_upload_is_NDJSON_of_at_most_64_MiB_with_lines_of_at_most_4_MiB() {
        var client = http.with("Content-Type", "application/x-ndjson");

        Refusal.of(http.post("/imports", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        Refusal.of(client.post("/imports", new byte[64 * 1024 * 1024 + 1]), 413, "TOO_LARGE");
        var job = ImportedFile.of(http, " ".repeat(4 * 1024 * 1024) + "{}", line(observation("taken")));
        assertCounts(job, 1, 0, 1, 1);
        assertThat(job.text("/errors/0/field")).isEqualTo("line");
    }

    @Test
    void nothing_to_import_is_an_import_that_is_done() {
        assertCounts(ImportedFile.of(http, "", "  "), 0, 0, 0, 0);
    }

    @Test
    void an_import_nobody_knows_is_404() {
        Refusal.of(http.get("/imports/" + id), 404, "UNKNOWN_IMPORT");
        Refusal.of(http.get("/imports/latest"), 404, "UNKNOWN_IMPORT");
        Refusal.of(http.post("/imports/" + id + "/cancel", ""), 404, "UNKNOWN_IMPORT");
    }

    @Test
    void a_cancelled_import_stops_and_keeps_what_it_took() {
        var lines = new String[300];
        Arrays.setAll(lines, i -> line(observation("t")).replace(id, id + i));

        var accepted = ImportedFile.accepted(http, lines);
        var cancelled = http.post(accepted.header("Location") + "/cancel", "");

        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        var later = ImportedFile.end(http, accepted);
        assertThat(later.at("/done").asInt()).isLessThan(300);
    }
}
