package io.decklog.command.incident;

import static io.decklog.api.incident.Permanence.PERMANENT;
import static io.decklog.api.incident.Permanence.STOPGAP;
import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationEvent.*;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import org.junit.jupiter.api.Test;

class MitigationRulesTest {

    private static final MitigationId MITIGATION = new MitigationId(id(3));

    @Test
    void a_mitigation_carries_out_a_decision_of_this_incident_or_none() {
        given(declare(), decide(2, "wait", WAIT))
                .when(apply(3, STOPGAP, 2))
                .then(new MitigationApplied(
                        INCIDENT,
                        at(3),
                        MITIGATION,
                        "rule off",
                        MitigationKind.CONFIGURATION,
                        STOPGAP,
                        new DecisionId(id(2)),
                        "no rule",
                        "cookie expired"));
        given(declare()).refuses(CARRIED_OUT_DECISION_UNKNOWN, apply(3, STOPGAP, 2));
    }

    @Test
    void it_is_assessed_as_often_as_one_looks() {
        var assessed =
                new MitigationAssessed(INCIDENT, at(9), MITIGATION, MitigationEffect.PARTIAL, evidence(DOCUMENT));
        given(declare(), apply(3, STOPGAP, null)).when(assess(9, 3, DOCUMENT)).then(assessed);
        given(declare(), apply(3, PERMANENT, null), assess(4, 3))
                .when(assess(9, 3, DOCUMENT))
                .then(assessed);
        given(declare()).refuses(UNKNOWN_MITIGATION, assess(9, 3));
        given(declare(), apply(3, STOPGAP, null)).refuses(EVIDENCE_UNKNOWN, assess(9, 3, id(99).toString()));
    }

    @Test
    void it_is_rolled_back_once() {
        given(declare(), apply(3, STOPGAP, null))
                .when(rollBack(4, 3))
                .then(new MitigationRolledBack(INCIDENT, at(4), MITIGATION, "new version"));
        given(declare(), apply(3, STOPGAP, null), rollBack(4, 3))
                .refuses(MITIGATION_ALREADY_ROLLED_BACK, rollBack(5, 3));
        given(declare()).refuses(UNKNOWN_MITIGATION, rollBack(4, 3));
    }

    @Test
    void debt_is_planned_and_planned_again_until_it_is_paid_or_taken_back() {
        var planned = new PermanentFixPlanned(
                INCIDENT, at(9), MITIGATION, "platform", LATER, "scope the cookie", "P-7", null);
        given(declare(), apply(3, STOPGAP, null)).when(plan(9, 3)).then(planned);
        given(declare(), apply(3, STOPGAP, null), plan(4, 3)).when(plan(9, 3)).then(planned);
        given(declare(), apply(3, PERMANENT, null)).refuses(MITIGATION_NOT_A_STOPGAP, plan(9, 3));
        given(declare(), apply(3, STOPGAP, null), rollBack(4, 3)).refuses(MITIGATION_ALREADY_ROLLED_BACK, plan(9, 3));
        given(declare(), apply(3, STOPGAP, null), plan(4, 3), fix(5, 3))
                .refuses(PERMANENT_FIX_ALREADY_COMPLETED, plan(9, 3));
        given(declare()).refuses(UNKNOWN_MITIGATION, plan(9, 3));
    }

    @Test
    void debt_is_paid_once_by_what_was_planned() {
        given(declare(), apply(3, STOPGAP, null), plan(4, 3))
                .when(fix(5, 3))
                .then(new PermanentFixCompleted(INCIDENT, at(5), MITIGATION, "rule is on"));
        given(declare(), apply(3, STOPGAP, null)).refuses(PERMANENT_FIX_NOT_PLANNED, fix(5, 3));
        given(declare(), apply(3, STOPGAP, null), plan(4, 3), fix(5, 3))
                .refuses(PERMANENT_FIX_ALREADY_COMPLETED, fix(6, 3));
        given(declare()).refuses(UNKNOWN_MITIGATION, fix(5, 3));
    }

    @Test
    void an_incident_may_be_closed_with_debt_that_nobody_planned() {
        given(declare(), apply(3, STOPGAP, null), resolve(4), close(5))
                .when(plan(9, 3))
                .then(new PermanentFixPlanned(
                        INCIDENT, at(9), MITIGATION, "platform", LATER, "scope the cookie", "P-7", null));
    }
}
