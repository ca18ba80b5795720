package io.decklog.command.incident;

import io.decklog.api.incident.MitigationId;
import io.decklog.command.incident.MitigationRequests.AssessmentBody;
import io.decklog.command.incident.MitigationRequests.CompletionBody;
import io.decklog.command.incident.MitigationRequests.MitigationBody;
import io.decklog.command.incident.MitigationRequests.PermanentFixBody;
import io.decklog.command.incident.MitigationRequests.RollbackBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mitigations, whether they helped, and the debt they leave. */
@RestController
@Tag(name = "Mitigations")
@RequestMapping("/api/v1/incidents/{id}/mitigations")
class MitigationController {

    private final Scribe scribe;

    MitigationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("")
    @Operation(summary = "Records what was done to limit the damage")
    ResponseEntity<RecordedBody> apply(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody MitigationBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/{mitigation}/assessment")
    @Operation(summary = "Says whether it helped")
    ResponseEntity<RecordedBody> assess(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody AssessmentBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/rollback")
    @Operation(summary = "Takes it back")
    ResponseEntity<RecordedBody> rollBack(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody RollbackBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/permanent-fix")
    @Operation(summary = "Says how the debt of a stopgap is to be paid off, by whom and until when")
    ResponseEntity<RecordedBody> planPermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody PermanentFixBody body) {
        return scribe.record(http, id, mitigation, body);
    }

    @PostMapping("/{mitigation}/permanent-fix/completion")
    @Operation(summary = "The permanent fix is in place")
    ResponseEntity<RecordedBody> completePermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable MitigationId mitigation,
            @Valid @RequestBody(required = false) @Nullable CompletionBody body) {
        return scribe.record(http, id, mitigation, body == null ? CompletionBody.EMPTY : body);
    }
}
