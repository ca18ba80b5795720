package io.decklog.command.incident;

import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;
import static io.decklog.command.incident.ToldInReview.factor;
import static io.decklog.command.incident.ToldInReview.item;
import static io.decklog.command.incident.ToldInReview.judge;
import static io.decklog.command.incident.ToldInReview.lesson;
import static io.decklog.command.incident.ToldInReview.revise;
import static io.decklog.command.incident.ToldInReview.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.DeadlineCommand;
import io.decklog.api.incident.DecisionCommand;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command in every phase of an incident that has one of everything. {@code yes} records one event; anything else
 * is the refusal.
 */
class PhasesTest {

    private static final List<IncidentCommand> ONE_OF_EVERYTHING = List.of(
            declare(),
            raise(2, WAIT),
            decide(3, "wait", WAIT),
            decide(4, "wait", WAIT),
            apply(5, Permanence.STOPGAP, null),
            apply(6, Permanence.STOPGAP, null),
            plan(7, 6),
            guess(8),
            delegate(9),
            assign(10, Role.SCRIBE, "dana", null),
            ToldInReview.open(11),
            item(12));

    private static final Map<String, IncidentCommand[]> PHASES = Map.of(
            "open",
            new IncidentCommand[] {},
            "mitigated",
            new IncidentCommand[] {mitigate(20)},
            "resolved",
            new IncidentCommand[] {resolve(20)},
            "closed",
            new IncidentCommand[] {resolve(20), close(21)},
            "cancelled",
            new IncidentCommand[] {cancel(20)});

    private static final Map<String, IncidentCommand> COMMANDS = Stream.of(
                    severity(30, Severity.SEV1),
                    retitle(30, "Ingress rejects some"),
                    mitigate(30),
                    resolve(30),
                    reopen(30),
                    close(30),
                    cancel(30),
                    link(30, Relation.RELATED, OTHER, null),
                    assign(30, Role.COMMANDER, "noor", null),
                    release(30, Role.SCRIBE),
                    publish(30, "customers", null),
                    delegate(30),
                    reassign(30, 9, "lee"),
                    complete(30, 9),
                    observe(30),
                    guess(30),
                    confirm(30, 8),
                    ruleOut(30, 8),
                    suffer(30, START, null),
                    raise(30, WAIT),
                    propose(30, 2, FAIL_OVER),
                    object(30, 2),
                    decide(30, "wait", WAIT),
                    choose(30, 2, "wait"),
                    supersede(30, 3, 4),
                    apply(30, Permanence.PERMANENT, null),
                    assess(30, 5),
                    rollBack(30, 5),
                    plan(30, 5),
                    fix(30, 6),
                    correct(30, 2),
                    strike(30, 2),
                    redact(30, 2),
                    pin(30, 2),
                    ToldInReview.open(30),
                    judge(30, 3),
                    factor(30),
                    lesson(30),
                    item(30),
                    ToldInReview.complete(30, 12),
                    section(30),
                    ToldInReview.publish(30),
                    revise(30))
            .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), Function.identity()));

    /** One of each, but for the declaration and the deadlines. */
    static Collection<IncidentCommand> commands() {
        return COMMANDS.values();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            COMMAND,              OPEN,                  MITIGATED,                  RESOLVED,                  CLOSED,          CANCELLED
            ChangeSeverity,       yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RetitleIncident,      yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            MarkMitigated,        yes,                   INCIDENT_ALREADY_MITIGATED, INCIDENT_ALREADY_RESOLVED, INCIDENT_CLOSED, INCIDENT_CANCELLED
            ResolveIncident,      yes,                   yes,                        INCIDENT_ALREADY_RESOLVED, INCIDENT_CLOSED, INCIDENT_CANCELLED
            ReopenIncident,       INCIDENT_NOT_OVER,     INCIDENT_NOT_OVER,          yes,                       yes,             INCIDENT_CANCELLED
            CloseIncident,        INCIDENT_NOT_RESOLVED, INCIDENT_NOT_RESOLVED,      yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            CancelIncident,       yes,                   yes,                        INCIDENT_NOT_OPEN,         INCIDENT_CLOSED, INCIDENT_CANCELLED
            LinkIncidents,        yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            AssignRole,           yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ReleaseRole,          yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            PublishStatusUpdate,  yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            DelegateTask,         yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ReassignTask,         yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            CompleteTask,         yes,                   yes,                        yes,                       yes,             yes
            RecordObservation,    yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ProposeHypothesis,    yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ConfirmHypothesis,    yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RuleOutHypothesis,    yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RecordImpact,         yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RaiseDecision,        yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ProposeOption,        yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RaiseObjection,       yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RecordDecision,       yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ChooseOption,         yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            SupersedeDecision,    yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            ApplyMitigation,      yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            AssessMitigation,     yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            RollBackMitigation,   yes,                   yes,                        yes,                       INCIDENT_CLOSED, INCIDENT_CANCELLED
            PlanPermanentFix,     yes,                   yes,                        yes,                       yes,             yes
            CompletePermanentFix, yes,                   yes,                        yes,                       yes,             yes
            CorrectEntry,         yes,                   yes,                        yes,                       yes,             yes
            StrikeEntry,          yes,                   yes,                        yes,                       yes,             yes
            RedactEntry,          yes,                   yes,                        yes,                       yes,             yes
            PinEntry,             yes,                   yes,                        yes,                       yes,             yes
            OpenReview, REVIEW_ALREADY_OPEN, REVIEW_ALREADY_OPEN, REVIEW_ALREADY_OPEN, REVIEW_ALREADY_OPEN, REVIEW_ALREADY_OPEN
            JudgeDecision, yes, yes, yes, yes, yes
            IdentifyContributingFactor, yes, yes, yes, yes, yes
            RecordLesson, yes, yes, yes, yes, yes
            AddActionItem, yes, yes, yes, yes, yes
            CompleteActionItem, yes, yes, yes, yes, yes
            WriteSection, yes, yes, yes, yes, yes
            PublishPostmortem, yes, yes, yes, yes, yes
            RevisePostmortem, POSTMORTEM_NOT_PUBLISHED, POSTMORTEM_NOT_PUBLISHED, POSTMORTEM_NOT_PUBLISHED, POSTMORTEM_NOT_PUBLISHED, POSTMORTEM_NOT_PUBLISHED
            """)
    void every_command_in_every_phase(
            String command, String open, String mitigated, String resolved, String closed, String cancelled) {
        expect(command, "open", open);
        expect(command, "mitigated", mitigated);
        expect(command, "resolved", resolved);
        expect(command, "closed", closed);
        expect(command, "cancelled", cancelled);
    }

    private static void expect(String name, String phase, String outcome) {
        var command = Objects.requireNonNull(COMMANDS.get(name));
        var log = given(Stream.concat(ONE_OF_EVERYTHING.stream(), Arrays.stream(PHASES.get(phase)))
                .toArray(IncidentCommand[]::new));
        if (outcome.equals("yes")) {
            assertThat(IncidentDecider.decide(command, log.state()))
                    .as(name + " when " + phase)
                    .hasSize(1);
        } else {
            log.refuses(RejectionCode.valueOf(outcome), command);
        }
    }

    @Test
    void no_command_is_forgotten() {
        assertThat(COMMANDS.keySet()).isEqualTo(names(IncidentCommand.class));
        assertThat(names(DecisionCommand.class)).isSubsetOf(COMMANDS.keySet());
    }

    private static Set<String> names(Class<?> vocabulary) {
        return vocabulary.isSealed()
                ? Arrays.stream(vocabulary.getPermittedSubclasses())
                        .filter(part -> part != DeadlineCommand.class) // never refused, see DeadlineRulesTest
                        .flatMap(part -> names(part).stream())
                        .filter(name -> !name.equals("DeclareIncident"))
                        .collect(Collectors.toSet())
                : Set.of(vocabulary.getSimpleName());
    }
}
