package io.decklog.command.incident;

import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ReopenIncident;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.command.incident.Requests.ChangeSeverityBody;
import io.decklog.command.incident.Requests.ReasonBody;
import io.decklog.command.incident.Requests.ResolveBody;
import io.decklog.command.incident.Requests.SummaryBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Severity, mitigated, resolved, reopened, closed. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
class LifecycleController {

    private final Scribe scribe;

    LifecycleController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/severity")
    ResponseEntity<Map<String, Object>> changeSeverity(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ChangeSeverityBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http, new ChangeSeverity(scribe.incident(id), stamp, body.severity(), body.reason()), null);
    }

    @PostMapping("/mitigated")
    ResponseEntity<Map<String, Object>> markMitigated(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable SummaryBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http, new MarkMitigated(scribe.incident(id), stamp, body == null ? null : body.summary()), null);
    }

    @PostMapping("/resolve")
    ResponseEntity<Map<String, Object>> resolve(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ResolveBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(http, new ResolveIncident(scribe.incident(id), stamp, body.summary()), null);
    }

    @PostMapping("/reopen")
    ResponseEntity<Map<String, Object>> reopen(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ReasonBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(http, new ReopenIncident(scribe.incident(id), stamp, body.reason()), null);
    }

    @PostMapping("/close")
    ResponseEntity<Map<String, Object>> close(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable SummaryBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http, new CloseIncident(scribe.incident(id), stamp, body == null ? null : body.summary()), null);
    }
}
