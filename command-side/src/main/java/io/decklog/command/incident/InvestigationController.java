package io.decklog.command.incident;

import io.decklog.api.incident.HypothesisId;
import io.decklog.command.incident.InvestigationRequests.ConfirmationBody;
import io.decklog.command.incident.InvestigationRequests.HypothesisBody;
import io.decklog.command.incident.InvestigationRequests.ImpactBody;
import io.decklog.command.incident.InvestigationRequests.ObservationBody;
import io.decklog.command.incident.InvestigationRequests.RulingOutBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What responders see, what they make of it, what users suffer. */
@RestController
@Tag(name = "Investigation")
@RequestMapping("/api/v1/incidents/{id}")
class InvestigationController {

    private final Scribe scribe;

    InvestigationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/observations")
    @Operation(summary = "Records what is seen")
    ResponseEntity<RecordedBody> observe(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ObservationBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/hypotheses")
    @Operation(summary = "Puts a guess at the cause on the table")
    ResponseEntity<RecordedBody> propose(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody HypothesisBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/hypotheses/{hypothesis}/confirm")
    @Operation(summary = "Says that a hypothesis holds, and why")
    ResponseEntity<RecordedBody> confirm(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable HypothesisId hypothesis,
            @Valid @RequestBody ConfirmationBody body) {
        return scribe.record(http, id, hypothesis, body);
    }

    @PostMapping("/hypotheses/{hypothesis}/rule-out")
    @Operation(summary = "Says that a hypothesis does not hold, and why")
    ResponseEntity<RecordedBody> ruleOut(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable HypothesisId hypothesis,
            @Valid @RequestBody RulingOutBody body) {
        return scribe.record(http, id, hypothesis, body);
    }

    @PostMapping("/impacts")
    @Operation(summary = "Records what users of a service suffered, from when to when")
    ResponseEntity<RecordedBody> recordImpact(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ImpactBody body) {
        return scribe.record(http, id, body);
    }
}
