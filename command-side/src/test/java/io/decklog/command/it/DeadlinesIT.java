package io.decklog.command.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, and a clock that stands still until a test moves it. */
class DeadlinesIT {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2031-03-30T08:00:00Z"));

    private static String database = "";
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        one = Node.start(database, CLOCK);
        other = Node.start(database, CLOCK);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void what_falls_due_is_recorded_once_however_many_nodes_there_are() {
        var incident = declare("SEV3");
        var due = inMinutes(10);
        var task = task(incident, due);

        CLOCK.advance(Duration.ofMinutes(11));
        Node.settle(one, other);

        assertThat(one.events(incident, "TaskOverdue")).singleElement().satisfies(event -> {
            assertThat(event.get("taskId").asString()).isEqualTo(task);
            assertThat(event.at("/stamp/occurredAt").asString()).isEqualTo(due.toString());
            assertThat(event.at("/stamp/recordedAt").asString())
                    .isEqualTo(CLOCK.instant().toString());
            assertThat(event.at("/stamp/attribution/by").asString()).isEqualTo("decklog");
        });
        assertThat(one.deadlines(incident)).isEmpty();
    }

    @Test
    void a_task_that_one_node_ran_and_another_runs_again_is_recorded_once() {
        var incident = declare("SEV3");
        task(incident, inMinutes(10));
        var deadline = one.deadlines(incident).getFirst();
        CLOCK.advance(Duration.ofMinutes(11));
        Node.settle(one, other);

        other.execute("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('deadline', '%s', '2031-01-01T00:00:00Z', false, 1)
                """.formatted(deadline));
        Node.settle(one, other);

        assertThat(one.events(incident, "TaskOverdue")).hasSize(1);
    }

    private static String declare(String severity) {
        return one.record(
                        "/incidents",
                        "{\"title\": \"5xx\", \"severity\": \"%s\", \"services\": []}".formatted(severity))
                .get("id")
                .asString();
    }

    private static String task(String incident, Instant dueAt) {
        return one.record(
                        "/incidents/" + incident + "/tasks",
                        "{\"description\": \"ask\", \"assignee\": \"sam\", \"dueAt\": \"%s\"}".formatted(dueAt))
                .get("taskId")
                .asString();
    }

    private static Instant inMinutes(int minutes) {
        return CLOCK.instant().plus(Duration.ofMinutes(minutes));
    }
}
