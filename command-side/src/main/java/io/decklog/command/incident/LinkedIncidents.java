package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.LinkRequest.LinkBody;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Knows whether what an incident is to be linked to is there. The log is asked, because the rules of one incident know
 * nothing of another; what is in the log stays, so the answer cannot become wrong before the link is recorded.
 */
@Component
class LinkedIncidents {

    private final IncidentsInLog incidents;
    private final IncidentNumbers numbers;

    LinkedIncidents(IncidentsInLog incidents, IncidentNumbers numbers) {
        this.incidents = incidents;
        this.numbers = numbers;
    }

    /** @throws IncidentRejected if there is no such incident */
    LinkRequest find(LinkBody body) {
        try {
            var number = IncidentNumber.parse(body.incident());
            var other = number.isPresent() ? numbers.find(number.get()) : idOf(body.incident());
            return other.filter(incidents::hold)
                    .flatMap(numbers::of)
                    .map(found -> new LinkRequest(body, other.get(), found))
                    .orElseThrow(() -> unknown(body));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(body);
        }
    }

    private static Optional<IncidentId> idOf(String text) {
        return Optional.of(IncidentId.valueOf(text));
    }

    private static IncidentRejected unknown(LinkBody body) {
        return new IncidentRejected(
                RejectionCode.LINKED_INCIDENT_UNKNOWN, "there is no incident " + body.incident(), "incident");
    }

    /** @throws IncidentRejected if the other incident has no such mitigation */
    void require(LinkIncidents command) {
        if (command.mitigationId() != null && !incidents.hold(command.mitigationId(), command.other())) {
            throw new IncidentRejected(
                    RejectionCode.LINKED_MITIGATION_UNKNOWN,
                    command.otherNumber() + " has no mitigation " + command.mitigationId(),
                    "mitigationId");
        }
    }
}
