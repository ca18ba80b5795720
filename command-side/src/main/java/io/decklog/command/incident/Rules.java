package io.decklog.command.incident;

import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.IncidentState.Declared;
import java.util.List;

/** Rules that more than one command keeps. */
final class Rules {

    private Rules() {}

    /** What is over takes no new entries. */
    static void refuseEnded(Declared incident) {
        switch (incident.phase()) {
            case OPEN, MITIGATED, RESOLVED -> {}
            case CLOSED ->
                throw new IncidentRejected(RejectionCode.INCIDENT_CLOSED, "a closed incident takes no new entries");
            case CANCELLED ->
                throw new IncidentRejected(
                        RejectionCode.INCIDENT_CANCELLED, "a cancelled incident takes no new entries");
        }
    }

    static void requireEvidence(List<Evidence> evidence, Declared incident) {
        for (int i = 0; i < evidence.size(); i++) {
            var entry = evidence.get(i).entry();
            if (entry.isPresent() && !incident.entries().contains(entry.get().value())) {
                throw new IncidentRejected(
                        RejectionCode.EVIDENCE_UNKNOWN,
                        "the evidence names an entry this incident does not have",
                        "evidence[" + i + "]");
            }
        }
    }
}
