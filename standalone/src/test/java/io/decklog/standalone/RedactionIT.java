package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is redacted is nowhere in the database any more, and what is left of its entry is who, when and where. */
@ExtendWith(RunningDecklog.class)
class RedactionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> REASON = Map.of("reason", "a password");

    private final RestClient http;
    private final LogDatabase database;
    private final OwnIncident incident;
    private final String secret = "hunter" + UUID.randomUUID();

    RedactionIT(RestClient http, LogDatabase database) {
        this.http = http.with("Idempotency-Key", UUID.randomUUID().toString());
        this.database = database;
        this.incident = OwnIncident.declaredTo(http);
    }

    private Answer redact(String entry) {
        var redacted = incident.post("/entries/" + entry + "/redaction", REASON);
        assertThat(redacted.status()).as(redacted.toString()).isEqualTo(201);
        assertThat(redacted.at("/textRemoved").asBoolean()).isTrue();
        return redacted;
    }

    private void assertGone(Answer redacted) throws Exception {
        var reader = http.after(redacted);
        for (var view : List.of("", "/timeline", "/postmortem", "/timeline?asOf=" + redacted.text("/recordedAt"))) {
            assertThat(reader.get(incident.path() + view).body()).as(view).doesNotContain(secret);
        }
        for (var audit : List.of(
                "/decisions?state=ALL&incident=" + incident.number(),
                "/decisions?state=ALL&incident=" + incident.number() + "&asOf=" + redacted.text("/recordedAt"),
                "/decisions/facets?state=ALL&incident=" + incident.number(),
                "/exports/decisions?struck=true&drills=true")) {
            assertThat(reader.get(audit).body()).as(audit).doesNotContain(secret);
        }
        assertThat(reader.get("/decisions?state=ALL&q=" + secret).all("/items")).isEmpty();
        assertThat(reader.get("/decisions/precedents?q=" + secret).all("/items"))
                .isEmpty();
        var whole = new WholeDatabase(database);
        var patience = Instant.now().plus(PATIENCE);
        while (!whole.tablesWith(secret).isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
        }
        assertThat(whole.tablesWith(secret)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /observations   | {"text":"~", "evidence":["https://example.com/?token=~"], "lateReason":"~"}
            /decisions      | {"question":"~?", "evidence":["https://example.com/?token=~"], "options":[{"name":"~","risk":"~"}], "chosen":"~", "rationale":"~", "expectedOutcome":"~"}
            /mitigations    | {"description":"~", "kind":"OTHER", "permanence":"STOPGAP", "risk":"~", "exitCondition":"~"}
            /status-updates | {"audience":"all", "message":"~"}
            /severity       | {"severity":"SEV1", "reason":"~"}
            /roles          | {"role":"COMMANDER", "holder":"noor", "handover":"~"}
            /hypotheses     | {"text":"~"}
            /tasks          | {"description":"~", "assignee":"sam"}
            /impacts        | {"service":"checkout", "description":"~", "from":"2026-03-30T08:14:00Z"}
            /title          | {"title":"~"}
            /mitigated      | {"summary":"~"}
            """)
    void an_entry_of_any_kind_loses_its_text_for_good(String path, String body) throws Exception {
        var entry = incident.recorded(path, body.replace("~", secret));
        assertThat(new WholeDatabase(database).tablesWith(secret)).contains("log.domain_event_entry");

        var redacted = redact(entry);

        assertGone(redacted);
        var left = http.after(redacted).get(incident.path() + "/entries/" + entry);
        assertThat(left.at("/redacted").asBoolean()).isTrue();
        assertThat(left.text("/by")).isNotEmpty();
        assertThat(left.text("/recordedAt")).isNotEmpty();
        assertThat(incident.observe("and on it goes").status()).isEqualTo(201);
    }

    @Test
    void a_correction_goes_with_the_entry_it_corrects() throws Exception {
        var entry = incident.recorded("/observations", Map.of("text", "first"));
        incident.recorded("/entries/" + entry + "/correction", Map.of("text", secret, "reason", secret));

        assertGone(redact(entry));
    }

    @Test
    void what_a_decision_repeats_of_its_question_goes_from_there_too_and_from_snapshots() throws Exception {
        var raised =
                incident.recorded("/decisions", Map.of("question", secret, "options", List.of(Map.of("name", "wait"))));
        incident.recorded("/decisions/" + raised + "/options", Map.of("name", "act", "benefit", "quick"));
        incident.recorded("/decisions/" + raised + "/choice", Map.of("chosen", "act", "rationale", "no time"));
        for (int i = 0; i < 260; i++) {
            incident.observe("filler " + i);
        }
        awaitSnapshot();

        assertGone(redact(raised));
        var taken = http.get("/decisions?incident=" + incident.number());
        assertThat(taken.text("/items/0/rationale")).isEqualTo("no time");
        assertThat(http.get("/decisions/" + raised + "/known").body()).doesNotContain(secret);
        assertThat(http.get("/decisions/" + raised + "/precedents").all("/items"))
                .as("a question that was redacted asks nothing")
                .isEmpty();
    }

    @Test
    void dead_letters_lose_it_too() throws Exception {
        var entry = incident.recorded("/observations", Map.of("text", secret));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO query_side.dead_letter_entry
                        (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type,
                         event_identifier, time_stamp, payload_type, payload_revision, payload, aggregate_identifier,
                         enqueued_at, cause_message)
                    SELECT '%1$s', 'of a test', aggregate_identifier, 0, 'event', event_identifier, time_stamp,
                           payload_type, payload_revision, payload, aggregate_identifier, time_stamp, '%2$s'
                    FROM log.domain_event_entry WHERE event_identifier = '%1$s'
                    """.formatted(entry, secret));
        }

        assertGone(redact(entry));
    }

    @Test
    void a_rebuild_that_has_read_it_already_loses_it_too() throws Exception {
        var entry = incident.recorded("/observations", Map.of("text", secret));
        Answer redacted;
        try (var reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT FROM query_side.timeline_entry, query_side.search_timeline_entry");
            http.post("/projections/replay", "");
            for (var name : List.of("timeline", "search")) {
                awaitRebuild(name, "/step", "SWITCHING");
            }
            redacted = redact(entry);
        }
        for (var name : List.of("timeline", "search", "incidents", "decisions", "stopgaps", "reviews", "metrics")) {
            awaitRebuild(name, "/state", "DONE");
        }

        assertGone(redacted);
    }

    private void awaitRebuild(String projection, String pointer, String value) throws InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        var rebuild = http.get("/projections/" + projection + "/replay");
        while (!rebuild.text(pointer).equals(value) && Instant.now().isBefore(patience)) {
            Thread.sleep(5);
            rebuild = http.get("/projections/" + projection + "/replay");
        }
        assertThat(rebuild.text(pointer)).as(projection).isEqualTo(value);
    }

    @Test
    void the_title_of_an_incident_can_be_taken_back() throws Exception {
        var declared = http.with("Idempotency-Key", secret)
                .post("/incidents", Map.of("title", secret, "severity", "SEV3", "services", List.of("checkout")));
        var id = declared.text("/id");

        var redacted = http.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/incidents/" + id + "/entries/" + id + "/redaction", REASON);

        assertThat(redacted.status()).as(redacted.toString()).isEqualTo(201);
        assertThat(http.after(redacted).get("/incidents/" + id).body()).doesNotContain(secret);
        assertThat(new WholeDatabase(database).tablesWith(secret))
                .as("the key a client chose is no text of an entry")
                .containsOnly("command_side.remembered_answer");
    }

    private void awaitSnapshot() throws SQLException, InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        var query = "SELECT count(*) FROM snapshot_event_entry WHERE aggregate_identifier = '" + incident.id() + "'";
        while (database.number(query) == 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        assertThat(database.number(query)).isPositive();
    }
}
