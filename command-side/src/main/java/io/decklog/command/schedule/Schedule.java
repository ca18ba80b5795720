package io.decklog.command.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts tasks that run once on the scheduler's table and takes them off again, in the transaction of the caller.
 *
 * <p>The scheduler's own client asks before it writes, and fails where a node has taken the task meanwhile; on PostgreSQL
 * such a failure would end the transaction, and refuse what a person wanted to record just when something fell due. Each
 * of these is one statement that never fails for that reason.
 */
@Component
public class Schedule {

    private final JdbcClient jdbc;

    Schedule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is being run already is run once more. */
    public void put(String task, String instance, Instant at) {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES (?, ?, ?, false, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET execution_time = excluded.execution_time, picked = false, picked_by = NULL,
                            last_heartbeat = NULL, consecutive_failures = 0, version = scheduled_tasks.version + 1
                        """).params(task, instance, at.atOffset(ZoneOffset.UTC)).update();
    }

    /** What is not there, or is being run already, is left alone. */
    public void cancel(String task, String instance) {
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? AND NOT picked")
                .params(task, instance)
                .update();
    }
}
