package io.decklog.command.incident;

import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.DecisionEvent.*;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.Option;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final DecisionId DECISION = new DecisionId(id(2));

    @Test
    void a_question_is_raised_with_options_of_different_names() {
        given(declare())
                .when(raise(2, WAIT))
                .then(new DecisionRaised(INCIDENT, at(2), DECISION, "Fail over?", List.of(WAIT), List.of(), LATER));
        given(declare()).refuses(OPTIONS_NOT_DISTINCT, raise(2, WAIT, WAIT));
        given(declare()).refuses(OPTIONS_NOT_DISTINCT, decide(2, "wait", WAIT, WAIT));
    }

    @Test
    void an_option_is_added_as_long_as_nothing_is_decided() {
        given(declare(), raise(2, WAIT))
                .when(propose(3, 2, FAIL_OVER))
                .then(new OptionProposed(INCIDENT, at(3), DECISION, FAIL_OVER));
        given(declare(), raise(2, WAIT)).refuses(OPTION_NAME_TAKEN, propose(3, 2, WAIT));
        given(declare(), raise(2, WAIT), choose(3, 2, "wait"))
                .refuses(DECISION_ALREADY_RECORDED, propose(4, 2, FAIL_OVER));
        given(declare()).refuses(UNKNOWN_DECISION, propose(3, 9, WAIT));
    }

    @Test
    void there_are_at_most_twenty_options() {
        var history = Stream.concat(
                        Stream.of(declare(), raise(2)),
                        IntStream.range(0, 20)
                                .<IncidentCommand>mapToObj(
                                        n -> propose(10 + n, 2, new Option("option " + n, null, null, null))))
                .toArray(IncidentCommand[]::new);
        given(history).refuses(TOO_MANY_OPTIONS, propose(50, 2, WAIT));
    }

    @Test
    void an_objection_is_raised_also_after_the_choice_but_not_once_superseded() {
        var objection = new ObjectionRaised(INCIDENT, at(9), DECISION, "sam", "the replica lags");
        given(declare(), raise(2, WAIT)).when(object(9, 2)).then(objection);
        given(declare(), decide(2, "wait", WAIT)).when(object(9, 2)).then(objection);
        given(declare(), decide(2, "wait", WAIT), decide(3, "wait", WAIT), supersede(4, 2, 3))
                .refuses(DECISION_ALREADY_SUPERSEDED, object(9, 2));
        given(declare()).refuses(UNKNOWN_DECISION, object(3, 9));
    }

    @Test
    void a_decision_is_recorded_in_one_call() {
        given(declare())
                .when(decide(2, "wait", WAIT, FAIL_OVER))
                .then(new DecisionRecorded(
                        INCIDENT, at(2), DECISION, "Fail over?", List.of(WAIT, FAIL_OVER), choice("wait"), null));
        given(declare()).refuses(CHOICE_NOT_AMONG_OPTIONS, decide(2, "restart", WAIT));
    }

    @Test
    void a_choice_is_one_of_all_the_options_that_were_proposed() {
        given(declare(), raise(2, WAIT), propose(3, 2, FAIL_OVER))
                .when(choose(4, 2, "fail over"))
                .then(new DecisionRecorded(
                        INCIDENT, at(4), DECISION, "Fail over?", List.of(WAIT, FAIL_OVER), choice("fail over"), LATER));
        given(declare(), raise(2, WAIT)).refuses(CHOICE_NOT_AMONG_OPTIONS, choose(3, 2, "fail over"));
        given(declare(), raise(2, WAIT)).refuses(EVIDENCE_UNKNOWN, choose(3, 2, "wait", id(99).toString()));
        given(declare(), raise(2, WAIT), choose(3, 2, "wait")).refuses(DECISION_ALREADY_RECORDED, choose(4, 2, "wait"));
        given(declare()).refuses(UNKNOWN_DECISION, choose(3, 9, "wait"));
    }

    @Test
    void a_choice_does_not_repeat_what_was_redacted() {
        var bare = new Option("fail over", null, null, FAIL_OVER.reversibility());
        given(declare(), raise(2, WAIT), propose(3, 2, FAIL_OVER), redact(4, 3))
                .when(choose(5, 2, "fail over"))
                .then(new DecisionRecorded(
                        INCIDENT, at(5), DECISION, "Fail over?", List.of(WAIT, bare), choice("fail over"), LATER));
        given(declare(), raise(2), propose(3, 2, FAIL_OVER), redact(4, 2))
                .when(choose(5, 2, "fail over"))
                .then(new DecisionRecorded(
                        INCIDENT,
                        at(5),
                        DECISION,
                        "A question that was redacted",
                        List.of(FAIL_OVER),
                        choice("fail over"),
                        LATER));
    }

    @Test
    void a_decision_is_superseded_once_by_a_newer_one_and_never_in_a_circle() {
        var three = new IncidentCommand[] {
            declare(), decide(2, "wait", WAIT), decide(3, "wait", WAIT), decide(4, "wait", WAIT), supersede(5, 2, 3)
        };
        given(declare(), decide(2, "wait", WAIT), decide(3, "wait", WAIT))
                .when(supersede(5, 2, 3))
                .then(new DecisionSuperseded(INCIDENT, at(5), DECISION, new DecisionId(id(3)), "the load moved"));
        given(three)
                .when(supersede(6, 3, 4))
                .then(new DecisionSuperseded(
                        INCIDENT, at(6), new DecisionId(id(3)), new DecisionId(id(4)), "the load moved"));
        given(three).refuses(DECISION_ALREADY_SUPERSEDED, supersede(6, 2, 4));
        given(three).refuses(DECISION_SUPERSEDES_ITSELF, supersede(6, 3, 2));
        given(three).refuses(DECISION_SUPERSEDES_ITSELF, supersede(6, 4, 4));
        given(three).refuses(SUPERSEDING_DECISION_UNKNOWN, supersede(6, 3, 9));
        given(three).refuses(UNKNOWN_DECISION, supersede(6, 9, 3));
    }
}
