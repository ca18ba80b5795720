package io.decklog.command.incident;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.MitigationCommand;
import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.MitigationCommand.AssessMitigation;
import io.decklog.api.incident.MitigationCommand.CompletePermanentFix;
import io.decklog.api.incident.MitigationCommand.PlanPermanentFix;
import io.decklog.api.incident.MitigationCommand.RollBackMitigation;
import io.decklog.api.incident.MitigationEvent.MitigationApplied;
import io.decklog.api.incident.MitigationEvent.MitigationAssessed;
import io.decklog.api.incident.MitigationEvent.MitigationRolledBack;
import io.decklog.api.incident.MitigationEvent.PermanentFixCompleted;
import io.decklog.api.incident.MitigationEvent.PermanentFixPlanned;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** A stopgap leaves debt until its permanent fix is completed or it is rolled back; also after the incident is closed. */
final class MitigationRules {

    private MitigationRules() {}

    static List<IncidentEvent> decide(MitigationCommand command, Stamp stamp, Declared incident) {
        return List.of(
                switch (command) {
                    case ApplyMitigation c -> apply(c, stamp, incident);
                    case AssessMitigation c -> assess(c, stamp, incident);
                    case RollBackMitigation c -> rollBack(c, stamp, incident);
                    case PlanPermanentFix c -> plan(c, stamp, incident);
                    case CompletePermanentFix c -> complete(c, stamp, incident);
                });
    }

    private static MitigationApplied apply(ApplyMitigation c, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        if (c.decisionId() != null
                && !incident.matters().decisions().containsKey(c.decisionId().value())) {
            throw new IncidentRejected(
                    RejectionCode.CARRIED_OUT_DECISION_UNKNOWN,
                    "this incident has no decision " + c.decisionId(),
                    "decisionId");
        }
        return new MitigationApplied(
                c.incidentId(),
                stamp,
                c.mitigationId(),
                c.description(),
                c.kind(),
                c.permanence(),
                c.decisionId(),
                c.risk(),
                c.exitCondition());
    }

    private static MitigationAssessed assess(AssessMitigation c, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        known(c.mitigationId(), incident);
        Rules.requireEvidence(c.evidence(), incident);
        return new MitigationAssessed(c.incidentId(), stamp, c.mitigationId(), c.effect(), c.evidence());
    }

    private static MitigationRolledBack rollBack(RollBackMitigation c, Stamp stamp, Declared incident) {
        Rules.refuseEnded(incident);
        refuseRolledBack(known(c.mitigationId(), incident));
        return new MitigationRolledBack(c.incidentId(), stamp, c.mitigationId(), c.reason());
    }

    private static PermanentFixPlanned plan(PlanPermanentFix c, Stamp stamp, Declared incident) {
        var mitigation = known(c.mitigationId(), incident);
        if (mitigation.permanence() != Permanence.STOPGAP) {
            throw new IncidentRejected(RejectionCode.MITIGATION_NOT_A_STOPGAP, "only a stopgap needs a permanent fix");
        }
        refuseRolledBack(mitigation);
        refuseCompleted(mitigation);
        return new PermanentFixPlanned(
                c.incidentId(),
                stamp,
                c.mitigationId(),
                c.owner(),
                c.dueAt(),
                c.description(),
                c.ticket(),
                c.exitCondition());
    }

    private static PermanentFixCompleted complete(CompletePermanentFix c, Stamp stamp, Declared incident) {
        var mitigation = known(c.mitigationId(), incident);
        refuseCompleted(mitigation);
        if (!mitigation.fixPlanned()) {
            throw new IncidentRejected(RejectionCode.PERMANENT_FIX_NOT_PLANNED, "there is no plan for a permanent fix");
        }
        return new PermanentFixCompleted(c.incidentId(), stamp, c.mitigationId(), c.note());
    }

    private static MitigationState known(MitigationId id, Declared incident) {
        var mitigation = incident.matters().mitigations().get(id.value());
        if (mitigation == null) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_MITIGATION, "this incident has no mitigation " + id);
        }
        return mitigation;
    }

    private static void refuseRolledBack(MitigationState mitigation) {
        if (mitigation.rolledBack()) {
            throw new IncidentRejected(RejectionCode.MITIGATION_ALREADY_ROLLED_BACK, "the mitigation was rolled back");
        }
    }

    private static void refuseCompleted(MitigationState mitigation) {
        if (mitigation.fixCompleted()) {
            throw new IncidentRejected(RejectionCode.PERMANENT_FIX_ALREADY_COMPLETED, "the permanent fix is in place");
        }
    }
}
