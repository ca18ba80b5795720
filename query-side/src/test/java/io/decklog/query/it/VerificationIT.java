package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.story.RandomStory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is changed in a table by hand is found, and nothing else is. */
class VerificationIT extends RunningQuerySide {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Projection<?>> projections;

    @BeforeEach
    void somethingIsThere() {
        for (var i = 0; i < 3; i++) {
            tell(RandomStory.of(nextNumber() - 1, 120));
        }
    }

    private List<JsonNode> lines(String projection) {
        var answer = get("/projections/" + projection + "/verification");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private JsonNode verdict(String projection) {
        return lines(projection).getLast();
    }

    @Test
    void all_is_well_where_nobody_changed_anything() {
        var log = json("/log");
        for (var name : ProjectionNames.ALL) {
            var lines = lines(name);
            var verdict = lines.getLast();
            assertThat(verdict.get("state").asString()).as(verdict.toString()).isEqualTo("EQUAL");
            assertThat(verdict.has("difference")).isFalse();
            assertThat(verdict.get("position")).isEqualTo(log.get("position"));
            assertThat(verdict.get("done")).isEqualTo(log.get("events"));
            assertThat(verdict.get("rows").asLong()).isEqualTo(rows(name));
            assertThat(lines.getFirst().get("state").asString()).isEqualTo("RUNNING");
        }
        assertThat(get("/projections/nonsense/verification").statusCode()).isEqualTo(404);
    }

    private long rows(String projection) {
        return tables(projection).stream()
                .mapToLong(table -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private List<String> tables(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow()
                .tables();
    }

    /** Changes one row in some way and puts it back. */
    private JsonNode afterChange(String projection, String table, String change) {
        jdbc.sql("CREATE TABLE saved AS SELECT * FROM %s ORDER BY incident_id, id LIMIT 1".formatted(table))
                .update();
        var row = " WHERE (incident_id, id) IN (SELECT incident_id, id FROM saved)";
        try {
            assertThat(jdbc.sql(change.formatted(table) + row).update()).isEqualTo(1);
            return verdict(projection);
        } finally {
            jdbc.sql("DELETE FROM " + table + row).update();
            jdbc.sql("INSERT INTO %s SELECT * FROM saved".formatted(table)).update();
            jdbc.sql("DROP TABLE saved").update();
        }
    }

    @Test
    void a_row_that_was_changed_is_named_in_every_table() {
        var changed = new ArrayList<String>();
        for (var name : ProjectionNames.ALL) {
            for (var table : tables(name)) {
                var verdict = afterChange(name, table, """
                        UPDATE %s SET view = left(view, -1) || ',"altered":"by hand"}'
                        """);
                assertThat(verdict.get("state").asString()).as(table).isEqualTo("DIFFERENT");
                var difference = verdict.get("difference");
                assertThat(difference.get("table").asString()).isEqualTo(table);
                assertThat(difference.get("field").asString()).isEqualTo("view.altered");
                assertThat(difference.has("expected")).isFalse();
                assertThat(difference.get("found").asString()).isEqualTo("by hand");
                assertThat(difference.has("incidentId")).isTrue();
                assertThat(difference.has("id")).isTrue();
                changed.add(table);
            }
        }
        assertThat(changed).contains("timeline_entry", "decision", "incident", "stopgap", "action_item");
    }

    @Test
    void so_is_a_column_beside_the_view_and_a_row_that_is_gone_or_should_not_be_there() {
        var verdict = afterChange("decisions", "decision", "UPDATE %s SET search = 'nonsense'");
        assertThat(verdict.at("/difference/field").asString()).isEqualTo("search");
        assertThat(verdict.at("/difference/found").asString()).isEqualTo("'nonsense'");

        verdict = afterChange("incidents", "incident", "UPDATE %s SET number = number + 1000000");
        assertThat(verdict.at("/difference/field").asString()).isEqualTo("number");

        verdict = afterChange("timeline", "timeline_entry", "DELETE FROM %s");
        assertThat(verdict.at("/difference").has("field")).isFalse();
        assertThat(verdict.at("/difference").has("found")).isFalse();
        assertThat(verdict.at("/difference").has("expected")).isTrue();

        jdbc.sql("""
                INSERT INTO stopgap_incident (incident_id, id, sequence, view)
                VALUES ('00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000', 1, '{}')
                """).update();
        verdict = verdict("stopgaps");
        assertThat(verdict.at("/difference").has("found")).isTrue();
        assertThat(verdict.at("/difference").has("expected")).isFalse();
        jdbc.sql("DELETE FROM stopgap_incident WHERE id = '00000000-0000-7000-8000-000000000000'")
                .update();
        assertThat(verdict("stopgaps").get("state").asString()).isEqualTo("EQUAL");
    }

    @Test
    void what_waits_among_the_dead_letters_is_not_missed() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed(POISON);
        POISONOUS.set(true);
        tell(story);
        POISONOUS.set(false);
        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isEqualTo(1);
        assertThat(verdict("timeline").get("state").asString()).isEqualTo("EQUAL");

        assertThat(json(post("/projections/timeline/dead-letters/retry"))
                        .get("healed")
                        .asInt())
                .isEqualTo(1);
        assertThat(verdict("timeline").get("state").asString()).isEqualTo("EQUAL");
    }

    private String rebuilt(String projection) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        var state = "";
        do {
            assertThat(System.nanoTime()).isLessThan(deadline);
            state = json("/projections/" + projection + "/replay").get("state").asString();
        } while (state.matches("QUEUED|RUNNING"));
        return state;
    }

    @Test
    void it_can_be_told_while_others_write_and_tables_are_replaced() throws InterruptedException {
        var writer = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 20; i++) {
                append(RandomStory.of(nextNumber() - 1, 20).events());
            }
        });
        post("/projections/replay");
        for (var name : ProjectionNames.ALL) {
            var verdict = verdict(name);
            assertThat(verdict.get("state").asString()).as(verdict.toString()).isEqualTo("EQUAL");
        }
        writer.join();
        for (var name : ProjectionNames.ALL) {
            assertThat(rebuilt(name)).isEqualTo("DONE");
        }
    }
}
