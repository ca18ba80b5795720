package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningDecklog.class)
class ReviewCommandsIT {

    private static final Map<String, Object> REVIEW = Map.of("facilitator", "ines");
    private static final Map<String, Object> ITEM = Map.of(
            "description", "Roll out by cluster",
            "owner", "ravi",
            "dueAt", "2026-01-31T12:00:00Z",
            "ticket", "EDGE-311");
    private static final Map<String, Object> JUDGEMENT =
            Map.of("soundness", "SOUND", "outcome", "WRONG", "reasoning", "The cache was cold.");

    private final RestClient http;
    private final OwnIncident incident;

    ReviewCommandsIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void a_review_is_opened_once_also_when_the_incident_is_cancelled() {
        var reader = http.after(incident.observe("a flood of requests"));
        Refusal.of(reader.get(incident.path() + "/review"), 404, "REVIEW_NOT_OPEN");
        incident.recorded("/cancel", Map.of("reason", "the load test"));
        var opened = WrittenEntry.of(http, incident.post("/review", REVIEW)).holds("review-opened", REVIEW);

        var review = opened.get(incident.path() + "/review");
        assertThat(review.text("/facilitator")).isEqualTo("ines");
        assertThat(review.text("/number")).isEqualTo(incident.number());
        Refusal.of(incident.post("/review", REVIEW), 409, "REVIEW_ALREADY_OPEN");
    }

    @Test
    void a_decision_is_judged_on_what_was_known_and_the_audit_says_so() {
        var seen = incident.recorded("/observations", Map.of("text", "5xx at 12 %"));
        var decision = decide("Fail over?");
        incident.recorded("/observations", Map.of("text", "the cache is cold"));
        Refusal.of(incident.post("/review/decisions/" + decision, JUDGEMENT), 409, "REVIEW_NOT_OPEN");
        incident.recorded("/review", REVIEW);

        var sent = new HashMap<>(JUDGEMENT);
        sent.put("decisionId", decision);
        var judged = WrittenEntry.of(http, incident.post("/review/decisions/" + decision, JUDGEMENT))
                .holds("decision-judged", sent);

        var known = judged.get("/decisions/" + decision + "/known").all("/known").stream()
                .map(entry -> entry.path("entryId").asString())
                .toList();
        var judgement =
                judged.get(incident.path() + "/review").all("/judgements").getFirst();
        assertThat(texts(judgement.path("judgedOn")))
                .containsExactlyInAnyOrderElementsOf(known)
                .contains(seen)
                .hasSize(2);
        assertThat(judged.get("/decisions?soundness=SOUND&outcome=WRONG&incident=" + incident.number())
                        .all("/items"))
                .hasSize(1);

        var again = incident.post(
                "/review/decisions/" + decision,
                Map.of("soundness", "UNSOUND", "outcome", "MIXED", "reasoning", "It was known after all."));
        assertThat(http.after(again).get("/decisions/" + decision).text("/soundness"))
                .isEqualTo("UNSOUND");
        var struck = incident.post("/entries/" + again.text("/entryId") + "/strike", Map.of("reason", "was not"));
        assertThat(http.after(struck).get("/decisions/" + decision).text("/soundness"))
                .isEqualTo("SOUND");
        assertThat(http.after(struck).get(incident.path() + "/review").all("/judgements"))
                .extracting(one -> one.path("counts").asBoolean())
                .containsExactly(true, false);
    }

    @Test
    void what_was_not_decided_is_not_judged() {
        incident.recorded("/review", REVIEW);
        var raised = incident.recorded("/decisions", Map.of("question", "Off?"));
        Refusal.of(incident.post("/review/decisions/" + raised, JUDGEMENT), 409, "DECISION_NOT_RECORDED");
        Refusal.of(incident.post("/review/decisions/" + UUID.randomUUID(), JUDGEMENT), 404, "UNKNOWN_DECISION");
    }

    @Test
    void factors_lessons_and_sections_are_in_the_review_and_in_the_draft() {
        incident.recorded("/review", REVIEW);
        incident.recorded("/review/factors", Map.of("text", "One rule everywhere."));
        var lesson = incident.recorded("/review/lessons", Map.of("text", "One custer first."));
        incident.recorded("/entries/" + lesson + "/correction", Map.of("text", "One cluster first.", "reason", "typo"));
        put("what-went-well", "too short");
        var written = put("what-went-well", "# Rehearsed\n\n<script>alert(1)</script>\n\n- four minutes");

        var review = http.after(written).get(incident.path() + "/review");
        assertThat(review.all("/sections")).hasSize(1);
        assertThat(review.text("/sections/0/name")).isEqualTo("what-went-well");
        assertThat(review.text("/sections/0/markdown")).contains("four minutes");
        assertThat(review.text("/factors/0/text")).isEqualTo("One rule everywhere.");
        assertThat(review.text("/lessons/0/text")).isEqualTo("One cluster first.");
        var draft = draft("text/markdown");
        assertThat(draft).contains("## What went well\n\n### Rehearsed", "- four minutes", "One cluster first");
        assertThat(draft("text/html")).contains("<h3>Rehearsed</h3>").doesNotContain("<script>");
        for (var name : List.of("What", "a--b", "-a", "a".repeat(61), "a_b")) {
            Refusal.of(sendSection(name, "x"), 422, "VALIDATION").about("section");
        }
        Refusal.of(sendSection("a", "x".repeat(20_001)), 422, "VALIDATION").about("markdown");
    }

    @Test
    void an_action_item_outlives_the_incident() {
        incident.recorded("/review", REVIEW);
        var added = WrittenEntry.of(http, incident.post("/review/action-items", ITEM));
        var item = added.answer().text("/actionItemId");
        incident.recorded("/resolve", Map.of("summary", "fixed"));
        incident.recorded("/close", "{}");
        assertThat(item(added, "state=OVERDUE").text("/items/0/actionItemId")).isEqualTo(item);
        assertThat(item(added, "state=OPEN").all("/items")).isEmpty();

        var done = WrittenEntry.of(http, incident.post("/review/action-items/" + item + "/completion", ""));

        assertThat(item(done, "state=DONE&owner=ravi").text("/items/0/state")).isEqualTo("DONE");
        assertThat(item(done, "state=OVERDUE").all("/items")).isEmpty();
        Refusal.of(
                incident.post("/review/action-items/" + item + "/completion", ""),
                409,
                "ACTION_ITEM_ALREADY_COMPLETED");
        Refusal.of(
                incident.post("/review/action-items/" + UUID.randomUUID() + "/completion", ""),
                404,
                "UNKNOWN_ACTION_ITEM");
    }

    @Test
    void what_is_published_stays_as_it_was() throws Exception {
        var seen = incident.recorded("/observations", Map.of("text", "5xx at 12 %"));
        Refusal.of(incident.post("/review/publish", ""), 409, "REVIEW_NOT_OPEN");
        incident.recorded("/review", REVIEW);
        Refusal.of(incident.post("/review/revise", Map.of("reason", "x")), 409, "POSTMORTEM_NOT_PUBLISHED");
        var draft = draft("text/markdown");

        var published = WrittenEntry.of(http, incident.post("/review/publish", ""));
        incident.recorded("/entries/" + seen + "/correction", Map.of("text", "5xx at 21 %", "reason", "typo"));
        Refusal.of(incident.post("/review/publish", ""), 409, "POSTMORTEM_ALREADY_PUBLISHED");

        var frozen = published.get(incident.path() + "/postmortem/versions/1");
        assertThat(frozen.body()).isEqualTo(draft).contains("5xx at 12 %");
        var hash = sha256(frozen.body());
        assertThat(frozen.header("ETag")).isEqualTo("\"" + hash + "\"");
        assertThat(published.entry().text("/details/sha256")).isEqualTo(hash);
        var versions = published.get(incident.path() + "/postmortem/versions");
        assertThat(versions.text("/items/0/sha256")).isEqualTo(hash);
        assertThat(versions.at("/items/0/sequence").asLong())
                .isEqualTo(published.answer().sequence() - 1);

        incident.recorded("/review/revise", Map.of("reason", "a typo in it"));
        var second = WrittenEntry.of(http, incident.post("/review/publish", ""));
        assertThat(second.get(incident.path() + "/postmortem/versions/2").body())
                .contains("5xx at 21 %");
        assertThat(second.get(incident.path() + "/postmortem/versions/1").body())
                .isEqualTo(draft);
        Refusal.of(second.get(incident.path() + "/postmortem/versions/3"), 404, "UNKNOWN_VERSION");
        Refusal.of(second.get(incident.path() + "/postmortem/versions/x"), 404, "UNKNOWN_VERSION");
    }

    @Test
    void a_redaction_takes_the_text_out_of_the_review_and_of_what_was_published_after_it() {
        incident.recorded("/review", REVIEW);
        var lesson = incident.recorded("/review/lessons", Map.of("text", "Ask Mrs Jones first."));
        incident.recorded("/review/publish", "");
        var later = incident.recorded("/review/factors", Map.of("text", "Mr Smith was away."));

        var first = incident.post("/entries/" + later + "/redaction", Map.of("reason", "names a person"));
        assertThat(http.after(first)
                        .get(incident.path() + "/postmortem/versions/1")
                        .body())
                .contains("Mrs Jones");
        assertThat(http.after(first).get(incident.path() + "/review").body()).doesNotContain("Smith");
        var second = incident.post("/entries/" + lesson + "/redaction", Map.of("reason", "names a customer"));

        Refusal.of(http.after(second).get(incident.path() + "/postmortem/versions/1"), 410, "ENTRY_REDACTED");
        assertThat(http.after(second).get(incident.path() + "/review").body()).doesNotContain("Jones");
        assertThat(http.after(second).get(incident.path() + "/timeline").body()).doesNotContain("Jones", "Smith");
        assertThat(draft("text/markdown")).doesNotContain("Jones", "Smith");
    }

    @Test
    void a_postmortem_is_published_at_the_sequence_the_caller_expects_or_not_at_all() {
        incident.recorded("/review", REVIEW);
        Refusal.of(incident.with("If-Match", "\"1\"").post("/review/publish", ""), 412, "SEQUENCE_MISMATCH");
        assertThat(incident.with("If-Match", "\"2\"")
                        .post("/review/publish", "")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void versions_are_compared_and_rendered() {
        incident.recorded("/review", REVIEW);
        incident.recorded("/review/publish", Map.of());
        incident.recorded("/review/revise", Map.of("reason", "a lesson was missing"));
        incident.recorded("/review/lessons", Map.of("text", "One cluster first."));
        var reader = http.after(incident.post("/review/publish", ""));
        var path = incident.path() + "/postmortem";

        var diff = reader.get(path + "/diff?from=1&to=2");
        assertThat(diff.text("/number")).isEqualTo(incident.number());
        assertThat(diff.all("/changes")).anySatisfy(change -> {
            assertThat(change.path("section").asString()).isEqualTo("Lessons");
            assertThat(texts(change.path("after"))).contains("- One cluster first.");
        });
        assertThat(reader.with("Accept", "text/x-diff")
                        .get(path + "/diff?from=1&to=2")
                        .body())
                .startsWith("--- " + incident.number() + "/1\n+++ " + incident.number() + "/2\n")
                .contains("\n-None.\n+- One cluster first.\n");
        assertThat(reader.get(path + "/diff?from=2").text("/to")).isEqualTo("draft");
        Refusal.of(reader.get(path + "/diff?from=7"), 404, "UNKNOWN_VERSION");
        Refusal.of(reader.get(path + "/diff?from=draft&to=second"), 404, "UNKNOWN_VERSION");
        assertThat(reader.get(path + "/diff").status()).isEqualTo(400);

        var pdf = reader.with("Accept", "application/pdf");
        for (var text : List.of(path, path + "/versions/1")) {
            var first = pdf.get(text);
            assertThat(first.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(first.body()).startsWith("%PDF-").isEqualTo(pdf.get(text).body());
        }
        assertThat(reader.with("Accept", "text/html").get(path + "/versions/1").body())
                .contains("<h2>Lessons</h2>");
        assertThat(reader.with("Accept", "image/png").get(path + "/versions/1").status())
                .isEqualTo(406);
    }

    @Test
    void a_publication_that_is_repeated_under_its_key_is_answered_again() {
        incident.recorded("/review", REVIEW);
        var keyed = incident.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = keyed.post("/review/publish", "");
        var again = keyed.post("/review/publish", "");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_review_is_read_as_it_was() {
        var opened = incident.post("/review", REVIEW);
        var moment = opened.text("/recordedAt");
        var lesson = incident.post("/review/lessons", Map.of("text", "One cluster first."));
        var asOf = http.after(lesson).get(incident.path() + "/review?asOf=" + moment);
        assertThat(asOf.text("/asOf")).isEqualTo(moment);
        assertThat(asOf.all("/lessons")).isEmpty();
        assertThat(http.after(lesson).get(incident.path() + "/review").all("/lessons"))
                .hasSize(1);
    }

    private String decide(String question) {
        return incident.recorded(
                "/decisions",
                Map.of(
                        "question",
                        question,
                        "options",
                        List.of(Map.of("name", "yes"), Map.of("name", "no")),
                        "chosen",
                        "yes",
                        "rationale",
                        "it is quicker"));
    }

    private Answer put(String section, String markdown) {
        var written = sendSection(section, markdown);
        WrittenEntry.of(http, written).holds("section", Map.of("section", section, "markdown", markdown));
        return written;
    }

    private Answer sendSection(String section, String markdown) {
        var body = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(Map.of("markdown", markdown));
        return http.with("Content-Type", "application/json")
                .send("PUT", incident.path() + "/review/sections/" + section, BodyPublishers.ofString(body));
    }

    private Answer item(WrittenEntry after, String query) {
        return after.get("/action-items?incident=" + incident.id() + "&" + query);
    }

    private String draft(String format) {
        return http.with("Accept", format).get(incident.path() + "/postmortem").body();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
