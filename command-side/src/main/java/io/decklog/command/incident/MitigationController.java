package io.decklog.command.incident;

import io.decklog.api.incident.MitigationId;
import io.decklog.command.incident.MitigationRequests.AssessmentBody;
import io.decklog.command.incident.MitigationRequests.CompletionBody;
import io.decklog.command.incident.MitigationRequests.MitigationBody;
import io.decklog.command.incident.MitigationRequests.PermanentFixBody;
import io.decklog.command.incident.MitigationRequests.RollbackBody;
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

/** Mitigations, whether they helped, and the debt they leave. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/mitigations")
class MitigationController {

    private final Scribe scribe;

    MitigationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> apply(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody MitigationBody body) {
        return scribe.record(http, id, body, "mitigationId");
    }

    @PostMapping("/{mitigation}/assessment")
    ResponseEntity<Map<String, Object>> assess(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody AssessmentBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/rollback")
    ResponseEntity<Map<String, Object>> rollBack(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody RollbackBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/permanent-fix")
    ResponseEntity<Map<String, Object>> planPermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody PermanentFixBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/permanent-fix/completion")
    ResponseEntity<Map<String, Object>> completePermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody(required = false) @Nullable CompletionBody body) {
        return scribe.record(http, id, mitigation, body == null ? CompletionBody.EMPTY : body);
    }
}
