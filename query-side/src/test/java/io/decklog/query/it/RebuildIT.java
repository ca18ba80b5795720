package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Option;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Projection;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** New tables take the place of the old ones, and nobody who reads or writes meanwhile can tell. */
class RebuildIT extends RunningQuerySide {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private List<Projection<?>> projections;

    @AfterEach
    void wholesome() {
        POISONOUS.set(false);
    }

    private JsonNode replay(String path) {
        return json(post("/projections/" + path));
    }

    /** Waits for the end of a rebuild. */
    private JsonNode end(String projection) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        var rebuild = json("/projections/" + projection + "/replay");
        while (rebuild.get("state").asString().matches("QUEUED|RUNNING")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
            rebuild = json("/projections/" + projection + "/replay");
        }
        return rebuild;
    }

    private void rebuildAll() {
        assertThat(replay("replay").get("items").size()).isEqualTo(ProjectionNames.ALL.size());
        for (var name : ProjectionNames.ALL) {
            assertThat(end(name).get("state").asString()).as(name).isEqualTo("DONE");
        }
    }

    private Map<String, List<String>> allRows() {
        var rows = new TreeMap<String, List<String>>();
        projections.forEach(projection -> projection
                .tables()
                .forEach(table ->
                        rows.put(table, lines("SELECT t::text FROM " + table + " t ORDER BY incident_id, id"))));
        return rows;
    }

    private List<String> lines(String query) {
        return jdbc.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private List<String> catalog() {
        return lines("""
                SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstattarget,
                                 col_description(c.oid, a.attnum), obj_description(c.oid), pg_get_expr(d.adbin, d.adrelid))
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'query_side'::regnamespace AND c.relkind = 'r'
                UNION ALL
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'query_side'
                UNION ALL
                SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace = 'query_side'::regnamespace
                ORDER BY 1
                """);
    }

    private long identity(String table) {
        return jdbc.sql("SELECT 'query_side.%s'::regclass::oid::bigint".formatted(table))
                .query(Long.class)
                .single();
    }

    @Test
    void a_rebuild_makes_the_very_rows_the_processors_made() {
        for (var i = 0; i < 12; i++) {
            tell(RandomStory.of(nextNumber() - 1, 80));
        }
        var rows = allRows();
        var catalog = catalog();
        var table = identity("timeline_entry");
        assertThat(rows.values()).noneMatch(List::isEmpty);

        rebuildAll();

        assertThat(identity("timeline_entry")).isNotEqualTo(table);
        assertThat(allRows()).isEqualTo(rows);
        assertThat(catalog()).isEqualTo(catalog);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(jdbc.sql("SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname LIKE 'rebuild%')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void one_rebuilt_by_itself_tells_how_far_it_is_and_leaves_the_others_alone() {
        tell(RandomStory.of(nextNumber() - 1, 80));
        var stopgaps = identity("stopgap");
        var incidents = identity("incident");

        var asked = replay("stopgaps/replay").get("rebuild");

        assertThat(asked.get("state").asString()).isIn("QUEUED", "RUNNING", "DONE");
        var ended = end("stopgaps");
        assertThat(ended.get("state").asString()).isEqualTo("DONE");
        assertThat(ended.get("fraction").asDouble()).isEqualTo(1);
        assertThat(ended.get("done")).isEqualTo(ended.get("total"));
        assertThat(ended.get("position").asLong())
                .isEqualTo(json("/log").get("position").asLong());
        assertThat(identity("stopgap")).isNotEqualTo(stopgaps);
        assertThat(identity("incident")).isEqualTo(incidents);
        assertThat(post("/projections/nonsense/replay").statusCode()).isEqualTo(404);
        assertThat(get("/projections/nonsense/replay").statusCode()).isEqualTo(404);
    }

    @Test
    void readers_and_writers_do_not_notice() throws Exception {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var position = tell(story);
        var over = new AtomicBoolean();
        var wrong = new ConcurrentLinkedQueue<String>();
        var readers = new ArrayList<Thread>();
        for (var path : List.of("", "/timeline?limit=1000", "/timeline?order=recorded&limit=1000")) {
            readers.add(Thread.ofVirtual().start(() -> read(story, path, over, wrong)));
        }
        var told = 1;
        for (var round = 0; round < 3; round++) {
            replay("replay");
            var deadline = System.nanoTime() + 20_000_000_000L;
            while (isOpen()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                var before = story.events().size();
                story.observed("error rate " + told++);
                story.severity(Severity.SEV2, Severity.SEV1);
                position = append(story.events().subList(before, story.events().size()));
                var answer = get("/incidents/" + story.id() + "/timeline?limit=1", "Decklog-Position", "" + position);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("ETag"))
                        .hasValue("\"" + story.events().size() + '"');
            }
        }
        over.set(true);
        for (var reader : readers) {
            reader.join();
        }

        assertThat(wrong).isEmpty();
        settle(position);
        var rows = allRows();
        assertThat(told).isGreaterThan(3);
        rebuildAll();
        assertThat(allRows()).isEqualTo(rows);
    }

    private boolean isOpen() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM projection_rebuild WHERE state IN ('QUEUED', 'RUNNING'))")
                .query(Boolean.class)
                .single();
    }

    /** What was there once stays there: the sequence never goes back, and everything up to it is told. */
    private void read(Story story, String path, AtomicBoolean over, ConcurrentLinkedQueue<String> wrong) {
        var seen = 1L;
        while (!over.get()) {
            var answer = get("/incidents/" + story.id() + path);
            var sequence = answer.statusCode() == 200
                    ? Long.parseLong(
                            answer.headers().firstValue("ETag").orElse("0").replace("\"", ""))
                    : -1;
            if (sequence < seen) {
                wrong.add(seen + " came before " + answer.statusCode() + " " + answer.body());
            } else if (path.contains("timeline") && json(answer).get("entries").size() < Math.min(sequence, 1000)) {
                wrong.add(sequence + " events without all their entries: " + answer.body());
            }
            seen = Math.max(seen, sequence);
        }
    }

    @Test
    void one_that_is_cancelled_leaves_everything_as_it_was() throws Exception {
        tell(RandomStory.of(nextNumber() - 1, 40));
        var table = identity("decision");
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT FROM decision LIMIT 1");
            replay("decisions/replay");
            awaitStep("decisions", "SWITCHING");
            Thread.sleep(300); // more than one try
            assertThat(json("/projections/decisions").get("state").asString()).isEqualTo("REBUILDING");
            assertThat(json("/decisions").has("items")).isTrue();

            var cancelled = replay("decisions/replay/cancel");

            assertThat(cancelled.get("state").asString()).isEqualTo("CANCELLED");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(end("decisions").get("state").asString()).isEqualTo("CANCELLED");
        rebuildOf("stopgaps");
        assertThat(identity("decision")).isEqualTo(table);
        assertNothingIsLeft();
        assertThat(replay("decisions/replay/cancel").get("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void what_is_written_while_a_reader_keeps_the_new_tables_waiting_is_in_them() throws Exception {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        tell(story);
        var position = 0L;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT FROM timeline_mention LIMIT 1");
            replay("timeline/replay");
            awaitStep("timeline", "SWITCHING");
            for (var i = 0; i < 20; i++) {
                var before = story.events().size();
                story.observed("error rate " + i);
                position = append(story.events().subList(before, before + 1));
                Thread.sleep(20);
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(end("timeline").get("state").asString()).isEqualTo("DONE");
        settle(position);

        assertThat(json("/incidents/" + story.id() + "/timeline").get("entries").size())
                .isEqualTo(21);
        assertThat(get("/projections/timeline/verification").body()).contains("EQUAL");
    }

    @Test
    void a_text_the_new_tables_have_already_is_redacted_in_them_before_anybody_can_read_it() throws Exception {
        var secret = "hunter" + UUID.randomUUID();
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var entry = story.observed(secret);
        var quoting = story.guessed("it is " + secret, entry.toString());
        var decided =
                story.decided(secret + "?", List.of(new Option(secret, null, secret, null)), secret, entry.toString());
        tell(story);
        var before = story.events().size();
        long position;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT FROM timeline_entry, search_timeline_entry, decision LIMIT 1");
            replay("replay");
            for (var name : List.of("timeline", "search", "decisions")) {
                awaitStep(name, "SWITCHING");
            }
            story.redacted(entry);
            story.redacted(quoting);
            story.redacted(decided);
            position = append(story.events().subList(before, story.events().size()));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (var name : ProjectionNames.ALL) {
            assertThat(end(name).get("state").asString()).as(name).isEqualTo("DONE");
        }
        settle(position);

        assertThat(allRows().values()).noneMatch(rows -> rows.stream().anyMatch(row -> row.contains(secret)));
        assertThat(json("/search?q=" + secret).get("items").size()).isZero();
    }

    @Test
    void rows_the_database_refuses_fail_the_rebuild_of_their_projection_alone() {
        tell(RandomStory.of(nextNumber() - 1, 80));
        var stopgaps = identity("stopgap");
        var decisions = identity("decision");
        jdbc.sql("ALTER TABLE stopgap ADD CONSTRAINT nothing_goes CHECK (number < 0) NOT VALID")
                .update();
        try {
            replay("replay");

            var failed = end("stopgaps");
            assertThat(failed.get("state").asString()).isEqualTo("FAILED");
            assertThat(failed.get("reason").asString()).contains("the database refuses");
            for (var name : ProjectionNames.ALL) {
                assertThat(end(name).get("state").asString()).isEqualTo(name.equals("stopgaps") ? "FAILED" : "DONE");
            }
        } finally {
            jdbc.sql("ALTER TABLE stopgap DROP CONSTRAINT nothing_goes").update();
        }
        assertThat(identity("stopgap")).isEqualTo(stopgaps);
        assertThat(identity("decision")).isNotEqualTo(decisions);
        rebuildOf("stopgaps");
        assertNothingIsLeft();
    }

    @Test
    void one_that_a_process_has_left_behind_is_taken_over() {
        tell(RandomStory.of(nextNumber() - 1, 40));
        jdbc.sql("""
                INSERT INTO projection_rebuild (projection, state, step, done, total)
                VALUES ('reviews', 'RUNNING', 'READING', 3, 40)
                ON CONFLICT (projection) DO UPDATE
                SET state = excluded.state, step = excluded.step, position = NULL, finished_at = NULL
                """).update();

        assertThat(end("reviews").get("state").asString()).isEqualTo("DONE");
    }

    /** Once another one is through, one that was asked for before has come to its end in every way. */
    private void rebuildOf(String projection) {
        replay(projection + "/replay");
        assertThat(end(projection).get("state").asString()).isEqualTo("DONE");
    }

    private void awaitStep(String projection, String step) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (!json("/projections/" + projection + "/replay")
                .path("step")
                .asString("")
                .equals(step)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_poison_event_fails_a_rebuild_and_the_old_tables_go_on_answering() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed(POISON);
        tell(story);
        var address = "/incidents/" + story.id() + "/timeline";
        var before = json(address).get("entries");
        POISONOUS.set(true);

        replay("replay");

        var failed = end("timeline");
        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("reason").asString()).contains("event 2 of incident " + story.id(), "cannot fold this");
        assertThat(end("decisions").get("state").asString()).isEqualTo("DONE");
        assertThat(json(address).get("entries")).isEqualTo(before);
        assertThat(json("/projections/timeline").get("state").asString()).isEqualTo("RUNNING");
        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isZero();
    }

    @Test
    void a_rebuild_takes_in_what_had_been_put_aside() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var poison = story.observed(POISON);
        story.corrected(poison, "harmless");
        POISONOUS.set(true);
        tell(story);
        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isEqualTo(2);
        POISONOUS.set(false);

        rebuildOf("timeline");

        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isZero();
        var after = story.observed("after the cure");
        settle(append(story.events().subList(3, 4)));
        var entries = json("/incidents/" + story.id() + "/timeline").get("entries");
        assertThat(entries.get(1).get("text").asString()).isEqualTo("harmless");
        assertThat(entries.get(2).get("entryId").asString()).isEqualTo(after.toString());
    }
}
