package io.decklog.command.incident;

import io.decklog.command.incident.ResponseRequests.ObservationBody;
import io.decklog.command.incident.ResponseRequests.RoleBody;
import io.decklog.command.incident.ResponseRequests.StatusUpdateBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
        return scribe.record(http, id, body);
    }

    @PostMapping("/roles")
    ResponseEntity<Map<String, Object>> assignRole(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody RoleBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/status-updates")
    ResponseEntity<Map<String, Object>> publishStatusUpdate(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody StatusUpdateBody body) {
        return scribe.record(http, id, body);
    }
}
