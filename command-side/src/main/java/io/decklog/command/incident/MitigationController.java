package io.decklog.command.incident;

import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.MitigationCommand.AssessMitigation;
import io.decklog.api.incident.MitigationCommand.CompletePermanentFix;
import io.decklog.api.incident.MitigationCommand.PlanPermanentFix;
import io.decklog.api.incident.MitigationCommand.RollBackMitigation;
import io.decklog.api.incident.MitigationId;
import io.decklog.command.incident.Requests.AssessmentBody;
import io.decklog.command.incident.Requests.MitigationBody;
import io.decklog.command.incident.Requests.NoteBody;
import io.decklog.command.incident.Requests.PermanentFixBody;
import io.decklog.command.incident.Requests.ReasonBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
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
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new ApplyMitigation(
                        scribe.incident(id),
                        stamp,
                        new MitigationId(stamp.id()),
                        body.description(),
                        body.kind(),
                        body.permanence(),
                        body.decisionId(),
                        body.risk(),
                        body.exitCondition()),
                "mitigationId");
    }

    @PostMapping("/{mitigation}/assessment")
    ResponseEntity<Map<String, Object>> assess(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String mitigation,
            @Valid @RequestBody AssessmentBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new AssessMitigation(
                        scribe.incident(id),
                        stamp,
                        new MitigationId(Scribe.uuid(mitigation, "UNKNOWN_MITIGATION")),
                        body.effect(),
                        body.evidence() == null ? List.of() : body.evidence()),
                null);
    }

    @PostMapping("/{mitigation}/rollback")
    ResponseEntity<Map<String, Object>> rollBack(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String mitigation,
            @Valid @RequestBody ReasonBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new RollBackMitigation(
                        scribe.incident(id),
                        stamp,
                        new MitigationId(Scribe.uuid(mitigation, "UNKNOWN_MITIGATION")),
                        body.reason()),
                null);
    }

    @PostMapping("/{mitigation}/permanent-fix")
    ResponseEntity<Map<String, Object>> planPermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String mitigation,
            @Valid @RequestBody PermanentFixBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new PlanPermanentFix(
                        scribe.incident(id),
                        stamp,
                        new MitigationId(Scribe.uuid(mitigation, "UNKNOWN_MITIGATION")),
                        body.owner(),
                        body.dueAt(),
                        body.description(),
                        body.ticket(),
                        body.exitCondition()),
                null);
    }

    @PostMapping("/{mitigation}/permanent-fix/completion")
    ResponseEntity<Map<String, Object>> completePermanentFix(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String mitigation,
            @Valid @RequestBody(required = false) @Nullable NoteBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new CompletePermanentFix(
                        scribe.incident(id),
                        stamp,
                        new MitigationId(Scribe.uuid(mitigation, "UNKNOWN_MITIGATION")),
                        body == null ? null : body.note()),
                null);
    }
}
