package io.decklog.command.schedule;

import io.decklog.wiring.metrics.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much there is to do at a time or in the background. What was done the scheduler counts itself. */
@Component
class ScheduleMetrics implements MeterBinder {

    private static final String DEADLINE = "deadline";
    private static final String IMPORT = "import";

    private final Snapshot<Map<String, Due>> tasks;

    ScheduleMetrics(JdbcClient jdbc, Clock clock) {
        this.tasks = new Snapshot<>(() -> count(jdbc, clock));
    }

    /**
     * Tasks of one name.
     *
     * @param waiting those whose time is still to come
     * @param due those whose time has come: being run, or about to be
     */
    private record Due(String task, long waiting, long due) {

        static final Due NONE = new Due("", 0, 0);
    }

    private static Map<String, Due> count(JdbcClient jdbc, Clock clock) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc
                .sql("""
                        SELECT task_name, count(*) FILTER (WHERE execution_time > :now) AS waiting,
                               count(*) FILTER (WHERE execution_time <= :now) AS due
                        FROM scheduled_tasks WHERE task_name = ANY (:names) GROUP BY task_name
                        """)
                .param("now", now)
                .param("names", new String[] {DEADLINE, IMPORT})
                .query((row, _) -> new Due(row.getString("task_name"), row.getLong("waiting"), row.getLong("due")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Due::task, Function.identity()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("decklog.deadlines.waiting", DEADLINE, Due::waiting, "Deadlines still to come")
                .register(meters);
        gauge("decklog.deadlines.overdue", DEADLINE, Due::due, "Deadlines that have passed and are not dealt with yet")
                .register(meters);
        gauge("decklog.imports.open", IMPORT, task -> task.waiting() + task.due(), "Imports that have not ended")
                .register(meters);
    }

    private Gauge.Builder<?> gauge(String name, String task, ToDoubleFunction<Due> value, String description) {
        return Gauge.builder(name, () -> tasks.read(all -> value.applyAsDouble(all.getOrDefault(task, Due.NONE))))
                .description(description);
    }
}
