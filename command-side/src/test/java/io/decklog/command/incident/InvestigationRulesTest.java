package io.decklog.command.incident;

import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.InvestigationEvent.*;
import io.decklog.api.incident.ObservationSource;
import org.junit.jupiter.api.Test;

class InvestigationRulesTest {

    private static final HypothesisId HYPOTHESIS = new HypothesisId(id(2));
    private static final String DECLARATION = id(1).toString();
    private static final String NOWHERE = id(99).toString();

    @Test
    void an_observation_rests_on_documents_and_on_entries_that_are_there() {
        given(declare())
                .when(observe(2, DOCUMENT, DECLARATION))
                .then(new ObservationRecorded(
                        INCIDENT, at(2), "5xx at 12 %", ObservationSource.METRICS, evidence(DOCUMENT, DECLARATION)));
        given(declare()).refuses(EVIDENCE_UNKNOWN, observe(2, NOWHERE));
    }

    @Test
    void a_hypothesis_is_proposed() {
        given(declare())
                .when(guess(2, DOCUMENT))
                .then(new HypothesisProposed(INCIDENT, at(2), HYPOTHESIS, "the rule is wrong", evidence(DOCUMENT)));
        given(declare()).refuses(EVIDENCE_UNKNOWN, guess(2, NOWHERE));
    }

    @Test
    void a_hypothesis_is_confirmed_or_ruled_out_and_an_investigation_may_turn() {
        given(declare(), guess(2))
                .when(confirm(3, 2, DECLARATION))
                .then(new HypothesisConfirmed(INCIDENT, at(3), HYPOTHESIS, "403s ended", evidence(DECLARATION)));
        given(declare(), guess(2))
                .when(ruleOut(3, 2))
                .then(new HypothesisRuledOut(INCIDENT, at(3), HYPOTHESIS, "403s go on", evidence()));
        given(declare(), guess(2), confirm(3, 2))
                .when(ruleOut(4, 2))
                .then(new HypothesisRuledOut(INCIDENT, at(4), HYPOTHESIS, "403s go on", evidence()));
        given(declare(), guess(2), ruleOut(3, 2))
                .when(confirm(4, 2))
                .then(new HypothesisConfirmed(INCIDENT, at(4), HYPOTHESIS, "403s ended", evidence()));
    }

    @Test
    void a_verdict_is_given_once_on_a_hypothesis_that_is_there_with_evidence_that_is_there() {
        given(declare(), guess(2), confirm(3, 2)).refuses(HYPOTHESIS_ALREADY_CONFIRMED, confirm(4, 2));
        given(declare(), guess(2), ruleOut(3, 2)).refuses(HYPOTHESIS_ALREADY_RULED_OUT, ruleOut(4, 2));
        given(declare()).refuses(UNKNOWN_HYPOTHESIS, confirm(2, 9));
        given(declare()).refuses(UNKNOWN_HYPOTHESIS, ruleOut(2, 9));
        given(declare(), guess(2)).refuses(EVIDENCE_UNKNOWN, confirm(3, 2, NOWHERE));
        given(declare(), guess(2)).refuses(EVIDENCE_UNKNOWN, ruleOut(3, 2, NOWHERE));
    }

    @Test
    void an_impact_goes_on_or_ends_after_it_begins() {
        given(declare())
                .when(suffer(2, START, null))
                .then(new ImpactRecorded(INCIDENT, at(2), "login", "one login in three fails", START, null));
        given(declare())
                .when(suffer(2, START, START))
                .then(new ImpactRecorded(INCIDENT, at(2), "login", "one login in three fails", START, START));
        given(declare()).refuses(IMPACT_ENDS_BEFORE_IT_BEGINS, suffer(2, LATER, START));
    }
}
