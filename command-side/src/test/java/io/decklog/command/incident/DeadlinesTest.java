package io.decklog.command.incident;

import static io.decklog.command.incident.Deadline.Kind.DECISION;
import static io.decklog.command.incident.Deadline.Kind.PERMANENT_FIX;
import static io.decklog.command.incident.Deadline.Kind.PROMISED_UPDATE;
import static io.decklog.command.incident.Deadline.Kind.TASK;
import static io.decklog.command.incident.Deadline.Kind.UPDATE_BY_SEVERITY;
import static io.decklog.command.incident.DeadlineStory.DECISION_ID;
import static io.decklog.command.incident.DeadlineStory.MITIGATION_ID;
import static io.decklog.command.incident.DeadlineStory.T;
import static io.decklog.command.incident.DeadlineStory.TASK_ID;
import static io.decklog.command.incident.DeadlineStory.at;
import static io.decklog.command.incident.DeadlineStory.decision;
import static io.decklog.command.incident.DeadlineStory.declared;
import static io.decklog.command.incident.DeadlineStory.entry;
import static io.decklog.command.incident.DeadlineStory.fixCompleted;
import static io.decklog.command.incident.DeadlineStory.fixOverdue;
import static io.decklog.command.incident.DeadlineStory.fixPlanned;
import static io.decklog.command.incident.DeadlineStory.history;
import static io.decklog.command.incident.DeadlineStory.imported;
import static io.decklog.command.incident.DeadlineStory.observed;
import static io.decklog.command.incident.DeadlineStory.raised;
import static io.decklog.command.incident.DeadlineStory.reassigned;
import static io.decklog.command.incident.DeadlineStory.redacted;
import static io.decklog.command.incident.DeadlineStory.reopened;
import static io.decklog.command.incident.DeadlineStory.resolved;
import static io.decklog.command.incident.DeadlineStory.rolledBack;
import static io.decklog.command.incident.DeadlineStory.severity;
import static io.decklog.command.incident.DeadlineStory.stopgap;
import static io.decklog.command.incident.DeadlineStory.struck;
import static io.decklog.command.incident.DeadlineStory.superseded;
import static io.decklog.command.incident.DeadlineStory.task;
import static io.decklog.command.incident.DeadlineStory.taskCompleted;
import static io.decklog.command.incident.DeadlineStory.taskOverdue;
import static io.decklog.command.incident.DeadlineStory.told;
import static io.decklog.command.incident.DeadlineStory.updateMissed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.LifecycleEvent.IncidentCancelled;
import io.decklog.api.incident.LifecycleEvent.IncidentClosed;
import io.decklog.api.incident.LifecycleEvent.IncidentMitigated;
import io.decklog.api.incident.Severity;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table: given these events, when that one is recorded, then this is scheduled and that is cancelled. */
class DeadlinesTest {

    private static final Set<Deadline> NOTHING = Set.of();

    private static final IncidentEvent QUIET = declared(0, Severity.SEV3);
    private static final IncidentEvent URGENT = declared(0, Severity.SEV1);

    private final Deadlines deadlines = new DeadlineConfiguration().deadlines(new StatusUpdateSettings(null));

    static Stream<Arguments> tasksFixesAndDecisions() {
        var ofTask = one(TASK, TASK_ID, 60);
        var ofFix = one(PERMANENT_FIX, MITIGATION_ID, 60);
        var ofDecision = one(DECISION, DECISION_ID, 60);
        return Stream.of(
                argumentSet("a task with a due time", given(QUIET), task(1, 60), ofTask, NOTHING),
                argumentSet("a task without one", given(QUIET), task(1, null), NOTHING, NOTHING),
                argumentSet("a task due before the grace", given(QUIET), task(1, -60), NOTHING, NOTHING),
                argumentSet("a task due just now", given(QUIET), task(1, -30), one(TASK, TASK_ID, -30), NOTHING),
                argumentSet("a task done", given(QUIET, task(1, 60)), taskCompleted(2), NOTHING, ofTask),
                argumentSet("a task handed on", given(QUIET, task(1, 60)), reassigned(2), NOTHING, NOTHING),
                argumentSet("a task struck", given(QUIET, task(1, 60)), struck(2, TASK_ID), NOTHING, ofTask),
                argumentSet("a task overdue", given(QUIET, task(1, 60)), taskOverdue(61), NOTHING, ofTask),
                argumentSet("a task when it is over", given(QUIET, task(1, 60)), resolved(2), NOTHING, NOTHING),
                argumentSet("a plan", given(QUIET, stopgap(1)), fixPlanned(2, 60), ofFix, NOTHING),
                argumentSet(
                        "another plan",
                        given(QUIET, stopgap(1), fixPlanned(2, 30)),
                        fixPlanned(3, 60),
                        ofFix,
                        one(PERMANENT_FIX, MITIGATION_ID, 30)),
                argumentSet(
                        "a fix completed",
                        given(QUIET, stopgap(1), fixPlanned(2, 60)),
                        fixCompleted(3),
                        NOTHING,
                        ofFix),
                argumentSet(
                        "a stopgap gone", given(QUIET, stopgap(1), fixPlanned(2, 60)), rolledBack(3), NOTHING, ofFix),
                argumentSet(
                        "a fix overdue", given(QUIET, stopgap(1), fixPlanned(2, 60)), fixOverdue(61), NOTHING, ofFix),
                argumentSet(
                        "a new plan once the old one was overdue",
                        given(QUIET, stopgap(1), fixPlanned(2, 30), fixOverdue(31)),
                        fixPlanned(32, 60),
                        ofFix,
                        NOTHING),
                argumentSet("a question", given(QUIET), raised(1, 60), ofDecision, NOTHING),
                argumentSet("a question answered", given(QUIET, raised(1, 60)), decision(2), NOTHING, ofDecision),
                argumentSet("a question superseded", given(QUIET, raised(1, 60)), superseded(2), NOTHING, ofDecision),
                argumentSet("a question, resolved", given(QUIET, raised(1, 60)), resolved(2), NOTHING, NOTHING),
                argumentSet(
                        "a question, closed",
                        given(QUIET, raised(1, 60), resolved(2)),
                        new IncidentClosed(DeadlineStory.INCIDENT, at(3), null),
                        NOTHING,
                        ofDecision),
                argumentSet(
                        "a question, open again",
                        given(
                                QUIET,
                                raised(1, 60),
                                resolved(2),
                                new IncidentClosed(DeadlineStory.INCIDENT, at(3), null)),
                        reopened(4),
                        ofDecision,
                        NOTHING));
    }

    static Stream<Arguments> statusUpdates() {
        var promised = one(PROMISED_UPDATE, entry(5), 20);
        return Stream.of(
                argumentSet("a promise", given(QUIET), told(5, "customers", 20), promised, NOTHING),
                argumentSet("no promise", given(QUIET), told(5, "customers", null), NOTHING, NOTHING),
                argumentSet("a promise of the past", given(QUIET), told(5, "customers", 4), NOTHING, NOTHING),
                argumentSet(
                        "a promise kept",
                        given(QUIET, told(5, "customers", 20)),
                        told(10, "customers", null),
                        NOTHING,
                        promised),
                argumentSet(
                        "a promise to others",
                        given(QUIET, told(5, "customers", 20)),
                        told(10, "staff", null),
                        NOTHING,
                        NOTHING),
                argumentSet(
                        "what was told before the promise",
                        given(QUIET, told(5, "customers", 20)),
                        history(told(10, "customers", 15), 4),
                        NOTHING,
                        NOTHING),
                argumentSet(
                        "a promise struck",
                        given(QUIET, told(5, "customers", 20)),
                        struck(6, entry(5)),
                        NOTHING,
                        promised),
                argumentSet(
                        "a promise redacted",
                        given(QUIET, told(5, "customers", 20)),
                        redacted(6, entry(5)),
                        NOTHING,
                        NOTHING),
                argumentSet(
                        "a promise missed",
                        given(QUIET, told(5, "customers", 20)),
                        updateMissed(21, 5, "customers"),
                        NOTHING,
                        promised),
                argumentSet(
                        "a promise, mitigated",
                        given(QUIET, told(5, "customers", 20)),
                        new IncidentMitigated(DeadlineStory.INCIDENT, at(6), null),
                        NOTHING,
                        NOTHING),
                argumentSet(
                        "a promise, resolved", given(QUIET, told(5, "customers", 20)), resolved(6), NOTHING, promised),
                argumentSet(
                        "a promise, open again",
                        given(QUIET, told(5, "customers", 20), resolved(6)),
                        reopened(7),
                        NOTHING,
                        NOTHING),
                argumentSet(
                        "a promise after the end",
                        given(QUIET, resolved(4)),
                        told(5, "customers", 20),
                        NOTHING,
                        NOTHING));
    }

    static Stream<Arguments> cadence() {
        var first = one(UPDATE_BY_SEVERITY, entry(0), 30);
        var drill = declared(0, Severity.SEV1, IncidentKind.DRILL);
        return Stream.of(
                argumentSet("declared at SEV1", given(), URGENT, first, NOTHING),
                argumentSet("a drill", given(), drill, first, NOTHING),
                argumentSet("declared at SEV2", given(), declared(0, Severity.SEV2), by(0, 60), NOTHING),
                argumentSet("declared at SEV3", given(), QUIET, NOTHING, NOTHING),
                argumentSet("declared late", given(), history(URGENT, -40), first, NOTHING),
                argumentSet("declared as history", given(), history(URGENT, -61), NOTHING, NOTHING),
                argumentSet("declared by an import", given(), imported(URGENT), NOTHING, NOTHING),
                argumentSet("anybody told", given(URGENT), told(10, "staff", null), by(10, 40), first),
                argumentSet(
                        "told late",
                        given(URGENT),
                        history(told(20, "staff", null), 10),
                        one(UPDATE_BY_SEVERITY, entry(20), 40),
                        first),
                argumentSet("something else", given(URGENT), observed(10), NOTHING, NOTHING),
                argumentSet("lowered", given(URGENT), severity(10, Severity.SEV2), by(10, 70), first),
                argumentSet("lowered to none", given(URGENT), severity(10, Severity.SEV4), NOTHING, first),
                argumentSet("raised", given(QUIET), severity(90, Severity.SEV1), by(90, 120), NOTHING),
                argumentSet("missed", given(URGENT), updateMissed(31, 0, null), NOTHING, first),
                argumentSet(
                        "told at last",
                        given(URGENT, updateMissed(31, 0, null)),
                        told(40, "staff", null),
                        by(40, 70),
                        NOTHING),
                argumentSet("resolved", given(URGENT), resolved(10), NOTHING, first),
                argumentSet(
                        "cancelled",
                        given(URGENT),
                        new IncidentCancelled(DeadlineStory.INCIDENT, at(10), "no"),
                        NOTHING,
                        first),
                argumentSet("open again", given(URGENT, resolved(10)), reopened(500), by(500, 530), NOTHING),
                argumentSet(
                        "history, raised", given(history(QUIET, -61)), severity(10, Severity.SEV1), NOTHING, NOTHING),
                argumentSet(
                        "history, open again",
                        given(imported(URGENT), resolved(10)),
                        reopened(20),
                        by(20, 50),
                        NOTHING));
    }

    @ParameterizedTest
    @MethodSource({"tasksFixesAndDecisions", "statusUpdates", "cadence"})
    void an_event_schedules_and_cancels(
            List<IncidentEvent> given, IncidentEvent when, Set<Deadline> scheduled, Set<Deadline> cancelled) {
        IncidentState before = DeadlineStory.after(given);

        var changes = deadlines.between(before, before.evolve(when));

        assertThat(changes.scheduled()).isEqualTo(scheduled);
        assertThat(changes.cancelled()).isEqualTo(cancelled);
    }

    private static List<IncidentEvent> given(IncidentEvent... events) {
        return List.of(events);
    }

    private static Set<Deadline> by(int since, int minute) {
        return one(UPDATE_BY_SEVERITY, entry(since), minute);
    }

    private static Set<Deadline> one(Deadline.Kind kind, UUID subject, int minute) {
        return Set.of(new Deadline(kind, subject, T.plusSeconds(60L * minute)));
    }
}
