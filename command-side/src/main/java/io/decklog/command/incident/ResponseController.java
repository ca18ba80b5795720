package io.decklog.command.incident;

import io.decklog.api.incident.CoordinationCommand.AssignRole;
import io.decklog.api.incident.CoordinationCommand.PublishStatusUpdate;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.command.incident.Requests.ObservationBody;
import io.decklog.command.incident.Requests.RoleBody;
import io.decklog.command.incident.Requests.StatusUpdateBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What responders see, who does what, what is told to whom. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
class ResponseController {

    private final Scribe scribe;

    ResponseController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/observations")
    ResponseEntity<Map<String, Object>> observe(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ObservationBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new RecordObservation(
                        scribe.incident(id),
                        stamp,
                        body.text(),
                        body.source(),
                        body.evidence() == null ? List.of() : body.evidence()),
                null);
    }

    @PostMapping("/roles")
    ResponseEntity<Map<String, Object>> assignRole(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody RoleBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http, new AssignRole(scribe.incident(id), stamp, body.role(), body.holder(), body.handover()), null);
    }

    @PostMapping("/status-updates")
    ResponseEntity<Map<String, Object>> publishStatusUpdate(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody StatusUpdateBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new PublishStatusUpdate(
                        scribe.incident(id), stamp, body.audience(), body.message(), body.nextUpdateBy()),
                null);
    }
}
