package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.ReviewStory;
import io.decklog.query.story.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The views on decisions beside the plain list. Each test asks for the decisions of a service of its own. */
class DecisionViewsIT extends RunningQuerySide {

    private static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", Reversibility.IRREVERSIBLE);
    private static final Option WAIT = new Option("wait", null, "losing orders", null);
    private static final List<Option> BOTH = List.of(FAIL_OVER, WAIT);
    private static final String EVERY_QUESTION = "/decisions/questions";

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private JdbcClient jdbc;

    private Story story;
    private String service;

    @BeforeEach
    void an_incident() {
        story = newStory();
        service = "views-" + story.number();
        story.declared("Checkout fails", Severity.SEV2, service);
    }

    @Test
    void words_are_marked_where_they_stand_and_markup_in_the_text_is_none() {
        story.decided("Shall we <b>drain</b> the \"flux\" capacitors & wait?", BOTH, "wait");
        tell(story);

        var found =
                json("/decisions?service=" + service + "&q=capacitor+orders").at("/items/0");

        assertThat(found.get("highlights").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"field\":\"question\",\"fragment\":\"Shall we  drain  the &quot;flux&quot; "
                                + "<mark>capacitors</mark> &amp; wait\"}",
                        "{\"field\":\"options[1].risk\",\"fragment\":\"losing <mark>orders</mark>\"}");
        assertThat(json("/decisions?service=" + service).at("/items/0").has("highlights"))
                .isFalse();
    }

    @Test
    void by_relevance_what_says_it_in_the_question_comes_first_and_pages_are_the_whole() {
        var aside = story.decided("Restart?", List.of(new Option("wait", null, "zeppelin", null)), "wait");
        var named = story.decided("Land the zeppelin?", BOTH, "wait");
        var twice = story.decided("Land the zeppelin at the zeppelin mast?", BOTH, "wait");
        var newest = story.decided("Restart again?", List.of(new Option("wait", null, "zeppelin", null)), "wait");
        tell(story);
        var query = "/decisions?service=" + service + "&q=zeppelin&order=relevance";

        var whole = ids(json(query));
        assertThat(whole).containsExactly(twice, named, newest, aside);
        assertThat(ids(json(query.replace("relevance", "decided")))).containsExactly(newest, twice, named, aside);

        var paged = new ArrayList<UUID>();
        var page = json(query + "&limit=1");
        paged.addAll(ids(page));
        while (page.has("nextCursor")) {
            page = json(query + "&limit=1&cursor=" + page.get("nextCursor").asString());
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(get("/decisions?order=relevance").statusCode()).isEqualTo(422);
        assertThat(get(query + "&cursor="
                                + json("/decisions?limit=1&service=" + service)
                                        .get("nextCursor")
                                        .asString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/decisions?order=relevance&q=%00").statusCode()).isEqualTo(200);
        assertThat(ids(json("/decisions?order=relevance&q=zeppelin&incident=INC-99999999")))
                .isEmpty();
    }

    @Test
    void each_question_of_an_auditor_finds_what_its_filter_finds() {
        for (var i = 0; i < 5; i++) {
            tell(RandomStory.of(nextNumber() - 1, 80));
        }
        var objected = story.raised("Over their heads?", FAIL_OVER, WAIT);
        story.objected(objected, "ben", "we do not know enough");
        story.chose(objected, "Over their heads?", BOTH, "fail over");
        var judged = story.ago(Duration.ofHours(2)).decided("Late?", List.of(FAIL_OVER), "fail over", url());
        story.superseded(judged, objected);
        var soon = story.decided("Soon over?", BOTH, "wait", url());
        story.superseded(soon, objected);
        new ReviewStory(story).judged(judged, Soundness.UNSOUND, Outcome.RIGHT);
        tell(story);

        for (var question : json(EVERY_QUESTION).get("items")) {
            var name = question.get("name").asString();
            assertThat(ids(json("/decisions?limit=1000&question=" + name)))
                    .as(name)
                    .isNotEmpty()
                    .isEqualTo(ids(json(
                            "/decisions?limit=1000&" + question.get("filter").asString())));
        }
        assertThat(asked("over-an-objection")).containsExactly(objected);
        assertThat(asked("without-evidence")).containsExactly(objected);
        assertThat(asked("without-alternatives")).containsExactly(judged);
        assertThat(asked("late-in-the-record")).containsExactly(judged);
        assertThat(asked("irreversible-and-unreviewed")).containsExactly(objected);
        assertThat(asked("superseded-within-an-hour")).containsExactly(soon);
        assertThat(asked("unsound-but-right")).containsExactly(judged);
        assertThat(asked("without-evidence&late=true")).isEmpty();
        assertThat(get("/decisions?question=why").body()).contains("over-an-objection");
        for (var bad : List.of("supersededWithin=1h", "reversibility=x", "reviewed=1", "kind=x", "struck=maybe")) {
            assertThat(get("/decisions?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void struck_decisions_are_told_apart_and_are_neither_precedents_nor_cases() {
        var struck = story.decided("Moor the blimp?", BOTH, "wait");
        var stands = story.decided("Moor the blimp now?", BOTH, "wait");
        story.struck(struck);
        tell(story);

        assertThat(found("")).containsExactly(stands, struck);
        assertThat(found("struck=true")).containsExactly(struck);
        assertThat(found("struck=false")).containsExactly(stands);
        assertThat(ids(json("/decisions/precedents?q=moor+the+blimp"), "decision"))
                .containsExactly(stands);
        assertThat(cases("")).doesNotContain(struck).contains(stands);
        assertThat(cases("?struck=true")).contains(struck, stands);
    }

    @Test
    void lines_and_tables_hold_everything_the_pages_hold() {
        for (var i = 0; i < 20; i++) {
            tell(RandomStory.of(nextNumber() - 1, 100));
        }
        story.decided("=HYPERLINK(\"http://evil\",\"x\")", BOTH, "wait");
        tell(story);
        var whole = json("/decisions?limit=1000&state=ALL")
                .get("items")
                .valueStream()
                .toList();

        var ndjson = get("/decisions?state=ALL", "Accept", "application/x-ndjson");
        assertThat(ndjson.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines(ndjson.body())).isEqualTo(whole);
        assertThat(lines(get("/decisions?state=ALL&limit=3", "Accept", "application/x-ndjson")
                        .body()))
                .isEqualTo(whole.subList(0, 3));
        var csv = get("/decisions?state=ALL&service=" + service, "Accept", "text/csv;q=0.9, application/json;q=0.1");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Vary")).hasValue("Accept");
        assertThat(csv.body())
                .startsWith("decisionId,incidentId,number,")
                .contains(",\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",fail over; wait,wait,")
                .endsWith("\r\n");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(get("/decisions?service=nobody", "Accept", "text/csv").body().lines())
                .hasSize(1);
        assertThat(get("/decisions?service=nobody", "Accept", "application/x-ndjson")
                        .body())
                .isEmpty();
        assertThat(get("/decisions", "Accept", "application/pdf").statusCode()).isEqualTo(406);
        assertThat(get("/decisions?limit=0", "Accept", "text/csv").statusCode()).isEqualTo(400);
        assertThat(get("/decisions?severity=x", "Accept", "text/csv").statusCode())
                .isEqualTo(400);
        assertThat(get("/exports/decisions", "Accept", "text/csv").statusCode()).isEqualTo(406);
    }

    @Test
    void a_client_that_goes_away_frees_its_connection_and_a_failure_breaks_the_answer_off() throws Exception {
        var text = "long ".repeat(3_000);
        story.decided("Which?", List.of(new Option("this", text, text, null)), "this");
        tell(story);
        jdbc.sql("""
                INSERT INTO decision SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
                FROM decision one, generate_series(1, 599) WHERE incident_id = :incident
                """).param("incident", story.id().value()).update();
        for (var i = 0; i < 12; i++) {
            leaveEarly("/api/v1/decisions?service=" + service);
        }
        awaitNobodyReading();
        assertThat(lines(get("/decisions?service=" + service, "Accept", "application/x-ndjson")
                        .body()))
                .hasSize(600);

        jdbc.sql("""
                UPDATE decision SET view = '{}'
                WHERE id = (SELECT id FROM decision WHERE incident_id = :incident ORDER BY id LIMIT 1)
                """).param("incident", story.id().value()).update();
        var all = "/decisions?state=ALL&order=decided";
        assertThatThrownBy(() -> get(all + "&service=" + service, "Accept", "application/x-ndjson"))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(IOException.class);
        awaitNobodyReading();
        jdbc.sql("DELETE FROM decision WHERE incident_id = :incident")
                .param("incident", story.id().value())
                .update();
    }

    @Test
    void facets_count_what_the_list_finds() {
        var first = story.by("gil").decided("One?", BOTH, "wait");
        story.mitigation("More pods", Permanence.STOPGAP, first);
        story.by("hana").decided("Two?", BOTH, "wait");
        story.by("gil").decided("Three?", BOTH, "wait");
        new ReviewStory(story).judged(first, Soundness.SOUND, Outcome.WRONG);
        tell(story);

        var facets = json("/decisions/facets?service=" + service);
        assertThat(facets).hasToString("""
                {"counted":3,"complete":true,\
                "decidedBy":[{"value":"gil","decisions":2},{"value":"hana","decisions":1}],\
                "service":[{"value":"%s","decisions":3}],\
                "soundness":[{"decisions":2},{"value":"SOUND","decisions":1}],\
                "outcome":[{"decisions":2},{"value":"WRONG","decisions":1}],\
                "permanence":[{"decisions":2},{"value":"STOPGAP","decisions":1}]}""".formatted(service));
        assertThat(json("/decisions/facets?service=" + service + "&decidedBy=hana")
                        .get("counted")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/decisions/facets?service=nobody").get("counted").asInt())
                .isZero();
        var all = json("/decisions/facets?state=ALL");
        assertThat(all.get("counted").asInt())
                .isEqualTo(lines(get("/decisions?state=ALL", "Accept", "application/x-ndjson")
                                .body())
                        .size());
    }

    @Test
    void as_of_a_moment_the_audit_of_an_incident_is_what_a_reader_saw_then() {
        var first = story.by("gil").decided("Fail over the flux capacitor?", BOTH, "fail over");
        var then = story.last().stamp().recordedAt();
        var second = story.decided("Restart?", BOTH, "wait");
        story.superseded(first, second);
        story.struck(first);
        tell(story);
        var of = "/decisions?incident=" + story.number() + "&asOf=";

        assertThat(ids(json(of + then))).containsExactly(first);
        assertThat(json(of + then).at("/items/0/asOf").asString()).isEqualTo(then.toString());
        assertThat(ids(json(of + then + "&superseded=true"))).isEmpty();
        assertThat(ids(json(of + then + "&q=capacitors&decidedBy=gil&service=" + service + "&withoutEvidence=true")))
                .containsExactly(first);
        assertThat(json(of + then + "&q=capacitors").at("/items/0/highlights").size())
                .isEqualTo(1);
        assertThat(json("/decisions/facets?incident=" + story.number() + "&asOf=" + then)
                        .get("counted")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(of + then, "Accept", "text/csv").body().lines()).hasSize(2);
        assertThat(json("/decisions/" + first).get("superseded").asBoolean()).isTrue();
        assertThat(json("/decisions/" + first + "?asOf=" + then)
                        .get("superseded")
                        .asBoolean())
                .isFalse();
        assertThat(json("/decisions/" + first + "/known?asOf=" + then)
                        .at("/asOf")
                        .asString())
                .isEqualTo(then.toString());
        assertThat(code("/decisions/" + second + "?asOf=" + then)).isEqualTo("404 NOT_YET_RECORDED");
        assertThat(code("/decisions/" + second + "/known?asOf=" + then)).isEqualTo("404 NOT_YET_RECORDED");
        assertThat(code(of + Story.START.minusSeconds(1))).isEqualTo("404 NOT_YET_RECORDED");
        assertThat(code("/decisions?incident=INC-99999999&asOf=" + then)).isEqualTo("404 UNKNOWN_INCIDENT");
        assertThat(code("/decisions?asOf=" + then)).isEqualTo("422 VALIDATION");
        assertThat(json(get("/decisions?asOf=" + then)).at("/errors/0/field").asString())
                .isEqualTo("asOf");
        assertThat(code("/decisions?asOf=x")).isEqualTo("400 VALIDATION");
    }

    @Test
    void as_of_now_every_filter_finds_what_it_finds_without() {
        var random = RandomStory.of(nextNumber() - 1, 150);
        tell(random);
        var now = Instant.parse("2999-01-01T00:00:00Z");
        var questions = json(EVERY_QUESTION)
                .get("items")
                .valueStream()
                .map(it -> it.get("filter").asString());
        var filters = Stream.concat(
                questions,
                Stream.of(
                        "state=ALL",
                        "decidedBy=ana",
                        "service=payments",
                        "severity=SEV2",
                        "kind=LIVE",
                        "from=2026-03-30T09:00:00Z",
                        "to=2026-03-30T09:00:00Z",
                        "permanence=STOPGAP",
                        "superseded=true",
                        "struck=true",
                        "q=fail",
                        "q=wait&order=relevance"));
        for (var filter : filters.toList()) {
            var path = "/decisions?incident=" + random.number() + "&" + filter;
            var live = json(path).get("items").valueStream().toList();
            var asOf = json(path + "&asOf=" + now)
                    .get("items")
                    .valueStream()
                    .map(item -> ((ObjectNode) item).without("asOf"))
                    .toList();
            assertThat(asOf).as(filter).isEqualTo(live);
        }
    }

    @Test
    void precedents_are_earlier_decisions_on_a_similar_question_and_say_why() {
        var other = newStory();
        other.declared("Old trouble", Severity.SEV3, service);
        var same = other.decided("Evacuate the observatory dome?", BOTH, "fail over");
        var mitigation = other.mitigation("Moved", Permanence.STOPGAP, same);
        other.assessed(mitigation, MitigationEffect.HARMFUL);
        other.rolledBack(mitigation);
        var similar = other.decided("Close the dome?", BOTH, "wait");
        other.decided("Order lunch?", BOTH, "wait");
        tell(other);
        for (var i = 0; i < 10; i++) {
            story.observed("a minute passes");
        }
        var asked = story.decided("Evacuate the dome of the observatory?", BOTH, "wait");
        story.mitigation("Moved again", Permanence.PERMANENT, asked);
        var later = story.decided("Evacuate the observatory dome again?", BOTH, "wait");
        tell(story);

        var precedents = json("/decisions/" + asked + "/precedents").get("items");
        assertThat(precedents
                        .valueStream()
                        .map(item -> item.at("/decision/decisionId").asString()))
                .containsExactly(same.toString(), similar.toString())
                .doesNotContain(later.toString());
        var best = precedents.get(0);
        assertThat(best.get("score").asDouble()).isEqualTo(1.0);
        assertThat(best.get("because")).hasToString("""
                {"words":["Evacuate","dome","observatory"],"services":["%s"],"mitigations":["SCALE_UP"]}""".formatted(service));
        assertThat(best.at("/decision/mitigations/0/effect").asString()).isEqualTo("HARMFUL");
        assertThat(best.at("/decision/mitigations/0").has("rolledBackAt")).isTrue();
        assertThat(best.at("/highlights/0/fragment").asString()).contains("<mark>Evacuate</mark>");
        assertThat(precedents.get(1).get("score").asDouble()).isEqualTo(0.433);

        var byQuestion = "/decisions/precedents?q=observatory%20dome";
        assertThat(ids(json(byQuestion), "decision")).containsExactly(later, asked, same, similar);
        assertThat(ids(json(byQuestion + "&service=" + service + "&mitigation=SCALE_UP&limit=2"), "decision"))
                .containsExactly(asked, same);
        for (var nothing : List.of("the", "%00", "zzz", "!%26%7C()")) {
            assertThat(ids(json("/decisions/precedents?q=" + nothing), "decision"))
                    .as(nothing)
                    .isEmpty();
        }
        assertThat(code("/decisions/precedents")).isEqualTo("400 VALIDATION");
        assertThat(code("/decisions/precedents?q=a&mitigation=x")).isEqualTo("400 VALIDATION");
        assertThat(code(byQuestion + "&limit=101")).isEqualTo("400 VALIDATION");
        assertThat(code("/decisions/" + UUID.randomUUID() + "/precedents")).isEqualTo("404 UNKNOWN_DECISION");
        var raised = newStory();
        raised.declared("New trouble", Severity.SEV1, service);
        for (var i = 0; i < 20; i++) {
            raised.observed("a minute passes");
        }
        var open = raised.raised("Evacuate the observatory?", WAIT);
        tell(raised);
        assertThat(json("/decisions/" + open + "/precedents")
                        .at("/items/0/because/services/0")
                        .asString())
                .as("a question on the table is about the services of its incident")
                .isEqualTo(service);
    }

    @Test
    void the_data_set_tells_a_decision_with_its_evidence_as_it_was_and_what_came_of_it() {
        var seen = story.observed("error rate 12 %");
        var asked = story.raised("Shed load?", FAIL_OVER, WAIT);
        story.objected(asked, "ben", "we do not know enough");
        story.chose(asked, "Shed load?", BOTH, "wait", seen.toString(), url());
        var mitigation = story.mitigation("More pods", Permanence.STOPGAP, asked);
        story.assessed(mitigation, MitigationEffect.PARTIAL);
        story.corrected(seen, "error rate 21 %");
        new ReviewStory(story).judged(asked, Soundness.SOUND, Outcome.MIXED);
        tell(story);

        var one = lines(get("/exports/decisions").body()).stream()
                .filter(it -> it.get("decisionId").asString().equals(asked.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(one.at("/evidence/0/text").asString()).isEqualTo("error rate 12 %");
        assertThat(one.at("/evidence/1")).hasToString("{\"reference\":\"" + url() + "\"}");
        assertThat(one.at("/options/1/chosen").asBoolean()).isTrue();
        assertThat(one.at("/options/0/chosen").asBoolean()).isFalse();
        assertThat(one.at("/objections/0/by").asString()).isEqualTo("ben");
        assertThat(one.at("/judgement/outcome").asString()).isEqualTo("MIXED");
        assertThat(one.at("/mitigations/0/effect").asString()).isEqualTo("PARTIAL");
        assertThat(get("/exports/decisions").body())
                .as("the same log, the same bytes")
                .isEqualTo(get("/exports/decisions").body());
        assertThat(get("/exports/decisions?drills=x").statusCode()).isEqualTo(400);
    }

    private static String url() {
        return "https://grafana.example/d/checkout";
    }

    private void leaveEarly(String path) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), address("").getPort())) {
            socket.setReceiveBufferSize(4096);
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
        }
    }

    private void awaitNobodyReading() throws InterruptedException {
        var deadline = System.nanoTime() + 10_000_000_000L;
        var reading =
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE '%relevance%'";
        while (jdbc.sql(reading).query(Long.class).single() > 0) {
            assertThat(System.nanoTime()).as("connections still held").isLessThan(deadline);
            Thread.sleep(20);
        }
        assertThat(connections.getHikariPoolMXBean().getThreadsAwaitingConnection())
                .isZero();
    }

    private List<UUID> asked(String question) {
        return found("question=" + question);
    }

    private List<UUID> found(String query) {
        return ids(json("/decisions?service=" + service + "&" + query));
    }

    private List<UUID> cases(String query) {
        return lines(get("/exports/decisions" + query).body()).stream()
                .map(line -> UUID.fromString(line.get("decisionId").asString()))
                .toList();
    }

    private String code(String path) {
        var response = get(path);
        return response.statusCode() + " " + json(response).get("code").asString();
    }

    private static List<JsonNode> lines(String ndjson) {
        return ndjson.lines().map(JsonMapper.shared()::readTree).collect(Collectors.toList());
    }

    private static List<UUID> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> UUID.fromString(item.get("decisionId").asString()))
                .toList();
    }

    private static List<UUID> ids(JsonNode page, String field) {
        return page.get("items")
                .valueStream()
                .map(item -> UUID.fromString(item.get(field).get("decisionId").asString()))
                .toList();
    }
}
