package io.decklog.command.it;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the nodes on one database have recorded, and what they still have to do. */
record WatchedLog(JdbcClient jdbc, SettableClock clock) {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** The events of one kind an incident has, oldest first. */
    List<JsonNode> events(String incident, String type) {
        return jdbc.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event_entry
                WHERE aggregate_identifier = ? AND payload_type = ? ORDER BY sequence_number
                """).params(incident, type).query((row, _) -> row.getString(1)).list().stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    /** The deadlines an incident has, as the scheduler knows them. */
    List<String> deadlines(String incident) {
        return jdbc.sql("""
                SELECT task_instance FROM scheduled_tasks
                WHERE task_name = 'deadline' AND task_instance LIKE '%' || ? || '%' ORDER BY task_instance
                """)
                .params(incident)
                .query((row, _) -> row.getString(1))
                .list();
    }

    int rememberedAnswers() {
        return jdbc.sql("SELECT count(*) FROM remembered_answer")
                .query(Integer.class)
                .single();
    }

    /** As if a node had died before it could say that it was done with a deadline. */
    void putBack(String deadline) {
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('deadline', ?, '2031-01-01T00:00:00Z', false, 1)
                """).params(deadline).update();
    }

    void forgetDeadlines(String incident) {
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_instance LIKE '%' || ? || '%'")
                .params(incident)
                .update();
    }

    /** Returns once everything that is due by the clock has been done. */
    void settle() {
        until(() -> jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE execution_time <= ?")
                        .params(clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 0);
    }

    static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.onSpinWait();
        }
    }
}
