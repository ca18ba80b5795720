package io.decklog.command.incident;

import io.decklog.api.incident.Evidence;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.IncidentState.Declared;
import io.decklog.command.incident.IncidentState.Phase;
import java.util.List;

/** Rules that more than one command keeps. */
final class Rules {

    private Rules() {}

    static void refuseClosed(Declared incident) {
        if (incident.phase() == Phase.CLOSED) {
            throw new IncidentRejected(RejectionCode.INCIDENT_CLOSED, "a closed incident takes no new entries");
        }
    }

    static void requireEvidence(List<Evidence> evidence, Declared incident) {
        for (int i = 0; i < evidence.size(); i++) {
            var entry = evidence.get(i).entry();
            if (entry.isPresent() && !incident.entries().containsKey(entry.get().value())) {
                throw new IncidentRejected(
                        RejectionCode.EVIDENCE_UNKNOWN,
                        "the evidence names an entry this incident does not have",
                        "evidence[" + i + "]");
            }
        }
    }
}
