package io.decklog.command.incident;

import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.HypothesisId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand;
import io.decklog.api.incident.InvestigationCommand.ConfirmHypothesis;
import io.decklog.api.incident.InvestigationCommand.ProposeHypothesis;
import io.decklog.api.incident.InvestigationCommand.RecordImpact;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.InvestigationCommand.RuleOutHypothesis;
import io.decklog.api.incident.InvestigationEvent;
import io.decklog.api.incident.InvestigationEvent.HypothesisConfirmed;
import io.decklog.api.incident.InvestigationEvent.HypothesisProposed;
import io.decklog.api.incident.InvestigationEvent.HypothesisRuledOut;
import io.decklog.api.incident.InvestigationEvent.ImpactRecorded;
import io.decklog.api.incident.InvestigationEvent.ObservationRecorded;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** A hypothesis can be confirmed after it was ruled out and the other way round: an investigation takes turns. */
final class InvestigationRules {

    private InvestigationRules() {}

    static List<IncidentEvent> decide(InvestigationCommand command, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        return List.of(
                switch (command) {
                    case RecordObservation c -> observe(c, stamp, incident);
                    case ProposeHypothesis c -> propose(c, stamp, incident);
                    case ConfirmHypothesis c -> confirm(c, stamp, incident);
                    case RuleOutHypothesis c -> ruleOut(c, stamp, incident);
                    case RecordImpact c -> suffer(c, stamp);
                });
    }

    private static InvestigationEvent observe(RecordObservation c, Stamp stamp, Declared incident) {
        Rules.requireEvidence(c.evidence(), incident);
        return new ObservationRecorded(c.incidentId(), stamp, c.text(), c.source(), c.evidence());
    }

    private static InvestigationEvent propose(ProposeHypothesis c, Stamp stamp, Declared incident) {
        Rules.requireEvidence(c.evidence(), incident);
        return new HypothesisProposed(c.incidentId(), stamp, c.hypothesisId(), c.text(), c.evidence());
    }

    private static InvestigationEvent confirm(ConfirmHypothesis c, Stamp stamp, Declared incident) {
        if (turnOf(c.hypothesisId(), c.evidence(), incident) == HypothesisState.CONFIRMED) {
            throw new IncidentRejected(
                    RejectionCode.HYPOTHESIS_ALREADY_CONFIRMED, "the hypothesis is confirmed already");
        }
        return new HypothesisConfirmed(c.incidentId(), stamp, c.hypothesisId(), c.reason(), c.evidence());
    }

    private static InvestigationEvent ruleOut(RuleOutHypothesis c, Stamp stamp, Declared incident) {
        if (turnOf(c.hypothesisId(), c.evidence(), incident) == HypothesisState.RULED_OUT) {
            throw new IncidentRejected(
                    RejectionCode.HYPOTHESIS_ALREADY_RULED_OUT, "the hypothesis is ruled out already");
        }
        return new HypothesisRuledOut(c.incidentId(), stamp, c.hypothesisId(), c.reason(), c.evidence());
    }

    private static InvestigationEvent suffer(RecordImpact c, Stamp stamp) {
        if (c.to() != null && c.to().isBefore(c.from())) {
            throw new IncidentRejected(
                    RejectionCode.IMPACT_ENDS_BEFORE_IT_BEGINS, "an impact ends after it begins", "to");
        }
        return new ImpactRecorded(c.incidentId(), stamp, c.service(), c.description(), c.from(), c.to());
    }

    private static HypothesisState turnOf(HypothesisId id, List<Evidence> evidence, Declared incident) {
        var hypothesis = incident.matters().hypotheses().get(id.value());
        if (hypothesis == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_HYPOTHESIS, "this incident has no hypothesis " + id);
        }
        Rules.requireEvidence(evidence, incident);
        return hypothesis;
    }
}
