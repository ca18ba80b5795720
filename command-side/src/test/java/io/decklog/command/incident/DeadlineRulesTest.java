package io.decklog.command.incident;

import static io.decklog.command.incident.DeadlineStory.DECISION_ID;
import static io.decklog.command.incident.DeadlineStory.INCIDENT;
import static io.decklog.command.incident.DeadlineStory.MITIGATION_ID;
import static io.decklog.command.incident.DeadlineStory.TASK_ID;
import static io.decklog.command.incident.DeadlineStory.decision;
import static io.decklog.command.incident.DeadlineStory.declared;
import static io.decklog.command.incident.DeadlineStory.entry;
import static io.decklog.command.incident.DeadlineStory.fixCompleted;
import static io.decklog.command.incident.DeadlineStory.fixPlanned;
import static io.decklog.command.incident.DeadlineStory.minute;
import static io.decklog.command.incident.DeadlineStory.raised;
import static io.decklog.command.incident.DeadlineStory.reassigned;
import static io.decklog.command.incident.DeadlineStory.resolved;
import static io.decklog.command.incident.DeadlineStory.severity;
import static io.decklog.command.incident.DeadlineStory.stopgap;
import static io.decklog.command.incident.DeadlineStory.task;
import static io.decklog.command.incident.DeadlineStory.taskCompleted;
import static io.decklog.command.incident.DeadlineStory.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.DeadlineCommand;
import io.decklog.api.incident.DeadlineCommand.MarkDecisionOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkPermanentFixOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkPromisedUpdateMissed;
import io.decklog.api.incident.DeadlineCommand.MarkTaskOverdue;
import io.decklog.api.incident.DeadlineCommand.MarkUpdateBySeverityMissed;
import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.DeadlineEvent.TaskOverdue;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleEvent.IncidentCancelled;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Stamp;
import io.decklog.api.incident.TaskId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRulesTest {

    private static final IncidentEvent DECLARED = declared(0, Severity.SEV1);
    private static final Stamp DUE_AT_30 = due(30, 31);

    private final MarkTaskOverdue markTask = new MarkTaskOverdue(INCIDENT, DUE_AT_30, new TaskId(TASK_ID));
    private final MarkPermanentFixOverdue markFix =
            new MarkPermanentFixOverdue(INCIDENT, DUE_AT_30, new MitigationId(MITIGATION_ID));
    private final MarkDecisionOverdue markDecision =
            new MarkDecisionOverdue(INCIDENT, DUE_AT_30, new DecisionId(DECISION_ID));
    private final MarkPromisedUpdateMissed markPromise =
            new MarkPromisedUpdateMissed(INCIDENT, DUE_AT_30, new EntryId(entry(5)));
    private final MarkUpdateBySeverityMissed markUpdate =
            new MarkUpdateBySeverityMissed(INCIDENT, DUE_AT_30, new EntryId(entry(0)));

    @Test
    void an_open_task_is_overdue_and_the_one_who_has_it_is_named() {
        assertThat(decide(markTask, DECLARED, task(1, 30), reassigned(2)))
                .containsExactly(new TaskOverdue(INCIDENT, DUE_AT_30, new TaskId(TASK_ID), "kim"));
    }

    @Test
    void a_task_is_overdue_also_after_the_incident_is_closed() {
        assertThat(decide(markTask, DECLARED, task(1, 30), resolved(2), closed(3)))
                .hasSize(1);
    }

    @Test
    void a_task_that_is_done_is_not_overdue() {
        assertThat(decide(markTask, DECLARED, task(1, 30), taskCompleted(2))).isEmpty();
    }

    @Test
    void a_task_that_is_due_at_another_moment_is_not_overdue_at_this_one() {
        assertThat(decide(markTask, DECLARED, task(1, 40))).isEmpty();
    }

    @Test
    void nothing_is_overdue_at_the_very_moment_or_before() {
        assertThat(decide(new MarkTaskOverdue(INCIDENT, due(30, 30), new TaskId(TASK_ID)), DECLARED, task(1, 30)))
                .isEmpty();
    }

    @Test
    void what_is_recorded_once_is_not_recorded_again() {
        var once = decide(markTask, DECLARED, task(1, 30)).getFirst();

        assertThat(decide(markTask, DECLARED, task(1, 30), once)).isEmpty();
    }

    @Test
    void a_permanent_fix_that_is_not_in_place_is_overdue() {
        assertThat(decide(markFix, DECLARED, stopgap(1), fixPlanned(2, 30)))
                .containsExactly(new PermanentFixOverdue(INCIDENT, DUE_AT_30, new MitigationId(MITIGATION_ID), "kim"));
        assertThat(decide(markFix, DECLARED, stopgap(1), fixPlanned(2, 30), fixCompleted(3)))
                .isEmpty();
        assertThat(decide(markFix, DECLARED, stopgap(1), fixPlanned(2, 30), fixPlanned(3, 90)))
                .isEmpty();
    }

    @Test
    void a_decision_that_is_not_taken_is_overdue_as_long_as_it_can_be_taken() {
        assertThat(decide(markDecision, DECLARED, raised(1, 30)))
                .containsExactly(new DecisionOverdue(INCIDENT, DUE_AT_30, new DecisionId(DECISION_ID)));
        assertThat(decide(markDecision, DECLARED, raised(1, 30), decision(2))).isEmpty();
        assertThat(decide(markDecision, DECLARED, raised(1, 30), resolved(2), closed(3)))
                .isEmpty();
    }

    @Test
    void a_promised_update_that_did_not_come_is_missed_by_its_audience() {
        assertThat(decide(markPromise, DECLARED, told(5, "customers", 30), told(6, "staff", null)))
                .containsExactly(
                        new StatusUpdateMissed(INCIDENT, DUE_AT_30, new EntryId(entry(5)), "customers", Severity.SEV1));
    }

    @Test
    void a_promise_is_kept_by_an_update_to_the_same_audience() {
        assertThat(decide(markPromise, DECLARED, told(5, "customers", 30), told(20, "customers", null)))
                .isEmpty();
    }

    @Test
    void a_resolved_incident_owes_no_updates() {
        assertThat(decide(markPromise, DECLARED, told(5, "customers", 30), resolved(6)))
                .isEmpty();
        assertThat(decide(markUpdate, DECLARED, resolved(6))).isEmpty();
    }

    @Test
    void where_nobody_hears_anything_an_update_is_missed() {
        assertThat(decide(markUpdate, DECLARED))
                .containsExactly(
                        new StatusUpdateMissed(INCIDENT, DUE_AT_30, new EntryId(entry(0)), null, Severity.SEV1));
    }

    @Test
    void the_wait_that_ended_is_not_the_one_that_goes_on() {
        assertThat(decide(markUpdate, DECLARED, told(20, "staff", null))).isEmpty();
        assertThat(decide(markUpdate, DECLARED, severity(20, Severity.SEV2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            PHASE,     PROMISE, UPDATE, TASK, FIX, DECISION
            OPEN,      1,       1,      1,    1,   1
            MITIGATED, 1,       1,      1,    1,   1
            RESOLVED,  0,       0,      1,    1,   1
            CLOSED,    0,       0,      1,    1,   0
            CANCELLED, 0,       0,      1,    1,   0
            """)
    void what_is_owed_in_every_phase(
            IncidentState.Phase phase, int promise, int update, int task, int fix, int decision) {
        assertThat(decide(markPromise, owing(phase, told(5, "customers", 30)))).hasSize(promise);
        assertThat(decide(markUpdate, owing(phase))).hasSize(update);
        assertThat(decide(markTask, owing(phase, task(5, 30)))).hasSize(task);
        assertThat(decide(markFix, owing(phase, stopgap(4), fixPlanned(5, 30)))).hasSize(fix);
        assertThat(decide(markDecision, owing(phase, raised(5, 30)))).hasSize(decision);
    }

    private static IncidentEvent[] owing(IncidentState.Phase phase, IncidentEvent... events) {
        var then = switch (phase) {
            case OPEN -> List.<IncidentEvent>of();
            case MITIGATED -> List.of(new IncidentMitigated(INCIDENT, DeadlineStory.at(6), null));
            case RESOLVED -> List.of(resolved(6));
            case CLOSED -> List.of(resolved(6), closed(7));
            case CANCELLED -> List.of(new IncidentCancelled(INCIDENT, DeadlineStory.at(6), "no"));
        };
        return Stream.of(List.of(DECLARED), List.of(events), then)
                .flatMap(List::stream)
                .toArray(IncidentEvent[]::new);
    }

    @Test
    void an_unknown_incident_has_no_deadlines() {
        assertThatExceptionOfType(IncidentRejected.class)
                .isThrownBy(() -> IncidentDecider.decide(markTask, new IncidentState.NotDeclared()));
    }

    @Test
    void the_id_of_the_entry_follows_from_what_was_missed() {
        var deadline = new Deadline(Deadline.Kind.TASK, TASK_ID, minute(30));
        var later = new Deadline(Deadline.Kind.TASK, TASK_ID, minute(31));

        assertThat(deadline.entryId(INCIDENT)).isEqualTo(UUID.fromString("26d1452c-08af-561e-a2ae-ea66821854c0"));
        assertThat(later.entryId(INCIDENT)).isNotEqualTo(deadline.entryId(INCIDENT));
    }

    private static List<IncidentEvent> decide(DeadlineCommand command, IncidentEvent... given) {
        return IncidentDecider.decide(command, DeadlineStory.after(List.of(given)));
    }

    private static IncidentClosed closed(int minute) {
        return new IncidentClosed(INCIDENT, DeadlineStory.at(minute), null);
    }

    private static Stamp due(int minute, int recorded) {
        return new Stamp(
                new UUID(2, minute),
                new Attribution("decklog", "decklog", null),
                minute(minute),
                minute(recorded),
                null,
                null);
    }
}
