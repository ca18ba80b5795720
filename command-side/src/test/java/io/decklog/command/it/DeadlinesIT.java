package io.decklog.command.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, and a clock that stands still until a test moves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnAnyPostgres
class DeadlinesIT {

    private final SettableClock clock = new SettableClock(Instant.parse("2031-03-30T08:00:00Z"));
    private final String database = TestDatabase.create();
    private final Node here = Node.on(database, clock);
    private Node there = Node.on(database, clock);
    private final WatchedLog log = new WatchedLog(here.application().getBean(JdbcClient.class), clock);

    @AfterAll
    void close() {
        there.close();
        here.close();
    }

    @Test
    void what_falls_due_is_recorded_once_however_many_nodes_there_are() {
        var incident = declare("SEV3");
        var due = inMinutes(10);
        var task = delegate(incident, due);
        assertThat(log.deadlines(incident)).hasSize(1);

        pass(Duration.ofMinutes(11));

        assertThat(log.events(incident, "TaskOverdue")).singleElement().satisfies(event -> {
            assertThat(event.at("/taskId").asString()).isEqualTo(task);
            assertThat(event.at("/assignee").asString()).isEqualTo("sam");
            assertThat(event.at("/stamp/occurredAt").asString()).isEqualTo(due.toString());
            assertThat(event.at("/stamp/recordedAt").asString())
                    .isEqualTo(clock.instant().toString());
            assertThat(event.at("/stamp/attribution/by").asString()).isEqualTo("decklog");
        });
        assertThat(log.deadlines(incident)).isEmpty();
    }

    @Test
    void what_is_run_again_records_nothing_again() {
        var incident = declare("SEV3");
        delegate(incident, inMinutes(10));
        var deadline = log.deadlines(incident).getFirst();
        pass(Duration.ofMinutes(11));

        log.putBack(deadline);
        pass(Duration.ofMinutes(1));

        assertThat(log.events(incident, "TaskOverdue")).hasSize(1);
    }

    @Test
    void where_nobody_hears_anything_the_log_says_so_once_until_somebody_does() {
        var incident = declare("SEV1");

        pass(Duration.ofMinutes(31));
        pass(Duration.ofHours(5));
        assertThat(log.events(incident, "StatusUpdateMissed")).singleElement().satisfies(event -> {
            assertThat(event.has("audience")).isFalse();
            assertThat(event.at("/severity").asString()).isEqualTo("SEV1");
        });

        here.record(
                "/incidents/" + incident + "/status-updates", Map.of("audience", "staff", "message", "we are on it"));
        pass(Duration.ofMinutes(31));
        assertThat(log.events(incident, "StatusUpdateMissed")).hasSize(2);
    }

    @Test
    void a_promise_that_is_not_kept_is_recorded_and_one_that_is_kept_is_not() {
        var incident = declare("SEV3");
        var path = "/incidents/" + incident + "/status-updates";
        var promise = inMinutes(10).toString();
        here.record(path, Map.of("audience", "customers", "message", "we look", "nextUpdateBy", promise));
        here.record(path, Map.of("audience", "staff", "message", "we look", "nextUpdateBy", promise));
        there.record(path, Map.of("audience", "staff", "message", "we have it"));

        pass(Duration.ofMinutes(11));

        assertThat(log.events(incident, "StatusUpdateMissed"))
                .singleElement()
                .extracting(event -> event.at("/audience").asString())
                .isEqualTo("customers");
    }

    @Test
    void decisions_and_permanent_fixes_are_watched_as_well() {
        var incident = declare("SEV3");
        var path = "/incidents/" + incident;
        here.record(
                path + "/decisions",
                Map.of("question", "wait?", "neededBy", inMinutes(5).toString()));
        var stopgap = here.record(
                path + "/mitigations",
                Map.of("description", "cache off", "kind", "FEATURE_OFF", "permanence", "STOPGAP"));
        here.record(
                path + "/mitigations/" + stopgap + "/permanent-fix",
                Map.of("owner", "kim", "dueAt", inMinutes(6).toString(), "description", "mend it"));
        here.record(path + "/resolve", Map.of("summary", "done"));

        pass(Duration.ofMinutes(7));

        assertThat(log.events(incident, "DecisionOverdue")).hasSize(1);
        assertThat(log.events(incident, "PermanentFixOverdue")).hasSize(1);
    }

    @Test
    void what_is_done_in_time_is_no_longer_scheduled() {
        var incident = declare("SEV1");
        var task = delegate(incident, inMinutes(10));
        assertThat(log.deadlines(incident)).hasSize(2);

        there.record("/incidents/" + incident + "/tasks/" + task + "/completion", Map.of());
        there.record("/incidents/" + incident + "/resolve", Map.of("summary", "done"));
        assertThat(log.deadlines(incident)).isEmpty();
        pass(Duration.ofHours(1));

        assertThat(log.events(incident, "TaskOverdue")).isEmpty();
        assertThat(log.events(incident, "StatusUpdateMissed")).isEmpty();
    }

    @Test
    void a_deadline_outlives_a_restart_and_nothing_but_a_command_makes_one() {
        var incident = declare("SEV3");
        var due = inMinutes(10);
        delegate(incident, due);
        var other = declare("SEV3");
        delegate(other, due);
        log.forgetDeadlines(other);

        there.close();
        there = Node.on(database, clock);
        there.observe("/incidents/" + other, "read from the log by a node that has just started");
        assertThat(log.deadlines(other)).isEmpty();
        pass(Duration.ofDays(2));

        assertThat(log.events(incident, "TaskOverdue")).hasSize(1);
        assertThat(log.events(other, "TaskOverdue")).isEmpty();
    }

    @Test
    void there_is_no_processor_on_this_side_that_could_be_replayed() {
        assertThat(here.application()
                        .getBean(EventProcessingConfiguration.class)
                        .eventProcessors())
                .isEmpty();
    }

    @Test
    void what_is_not_recorded_is_not_scheduled() {
        var taken = delegate(declare("SEV3"), inMinutes(10));
        var incident = declare("SEV3");

        var answer = here.post(
                "/incidents/" + incident + "/tasks",
                Map.of(
                        "id",
                        taken,
                        "description",
                        "x",
                        "assignee",
                        "sam",
                        "dueAt",
                        inMinutes(10).toString()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(log.deadlines(incident)).isEmpty();
    }

    @Test
    void incidents_of_the_past_ring_no_bells_but_their_debt_of_the_future_does() {
        var line = """
                {"incident":{"id":"%s","title":"5xx","severity":"SEV1","services":[],"declaredAt":"2030-01-01T08:00:00Z"},
                 "entries":[
                  {"type":"status-update","occurredAt":"2030-01-01T08:05:00Z","audience":"customers","message":"we look",
                   "nextUpdateBy":"2030-01-01T08:30:00Z"},
                  {"type":"task","occurredAt":"2030-01-01T08:06:00Z","description":"old","assignee":"sam",
                   "dueAt":"2030-01-02T08:00:00Z"},
                  {"type":"task","occurredAt":"2030-01-01T08:07:00Z","description":"yet to come","assignee":"sam",
                   "dueAt":"2032-01-01T08:00:00Z"}]}
                """.formatted("0199d2a0-0000-7000-8000-0000000009aa").replace("\n", "");

        var job = here.http().with("Content-Type", "application/x-ndjson").post("/imports", line + "\n");
        assertThat(job.status()).as(job.toString()).isEqualTo(202);
        WatchedLog.until(() -> {
            here.application().getBean(Scheduler.class).triggerCheckForDueExecutions();
            return here.http().get(job.header("Location")).text("/state").equals("DONE");
        });

        assertThat(log.deadlines("0199d2a0-0000-7000-8000-0000000009aa"))
                .singleElement()
                .asString()
                .startsWith("TASK/")
                .endsWith("2032-01-01T08:00:00Z");
    }

    @Test
    void remembered_answers_go_when_their_time_is_over() {
        here.http()
                .with("Idempotency-Key", "old")
                .post("/incidents", Map.of("title", "5xx", "severity", "SEV3", "services", List.of()));
        clock.advance(Duration.ofDays(6));
        var kept = here.http()
                .with("Idempotency-Key", "young")
                .post("/incidents", Map.of("title", "5xx", "severity", "SEV3", "services", List.of()));
        assertThat(log.rememberedAnswers()).isEqualTo(2);

        pass(Duration.ofDays(1).plusSeconds(1));

        assertThat(log.rememberedAnswers()).isEqualTo(1);
        var again = here.http()
                .with("Idempotency-Key", "young")
                .post("/incidents", Map.of("title", "5xx", "severity", "SEV3", "services", List.of()));
        assertThat(again.body()).isEqualTo(kept.body());
    }

    @Test
    void what_is_too_far_ahead_is_told_by_the_clock_of_the_service() {
        var path = "/incidents/" + declare("SEV3") + "/observations";

        assertThat(here.post(
                                path,
                                Map.of(
                                        "text",
                                        "x",
                                        "occurredAt",
                                        inMinutes(24 * 60).toString()))
                        .status())
                .isEqualTo(201);
        assertThat(here.post(
                                path,
                                Map.of(
                                        "text",
                                        "x",
                                        "occurredAt",
                                        inMinutes(24 * 60 + 1).toString()))
                        .status())
                .isEqualTo(422);
    }

    private String declare(String severity) {
        return here.http()
                .post("/incidents", Map.of("title", "5xx", "severity", severity, "services", List.of()))
                .text("/id");
    }

    private String delegate(String incident, Instant dueAt) {
        return here.record(
                "/incidents/" + incident + "/tasks",
                Map.of("description", "ask", "assignee", "sam", "dueAt", dueAt.toString()));
    }

    private Instant inMinutes(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /** Moves the clock on; returns when both nodes have done what is due by then. */
    private void pass(Duration time) {
        clock.advance(time);
        here.application().getBean(Scheduler.class).triggerCheckForDueExecutions();
        there.application().getBean(Scheduler.class).triggerCheckForDueExecutions();
        log.settle();
    }
}
