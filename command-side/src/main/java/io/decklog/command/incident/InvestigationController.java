package io.decklog.command.incident;

import io.decklog.api.incident.HypothesisId;
import io.decklog.command.incident.InvestigationRequests.ConfirmationBody;
import io.decklog.command.incident.InvestigationRequests.HypothesisBody;
import io.decklog.command.incident.InvestigationRequests.ImpactBody;
import io.decklog.command.incident.InvestigationRequests.ObservationBody;
import io.decklog.command.incident.InvestigationRequests.RulingOutBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What responders see, what they make of it, what users suffer. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
class InvestigationController {

    private final Scribe scribe;

    InvestigationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/observations")
    ResponseEntity<Map<String, Object>> observe(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ObservationBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/hypotheses")
    ResponseEntity<Map<String, Object>> propose(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody HypothesisBody body) {
        return scribe.record(http, id, body, "hypothesisId");
    }

    @PostMapping("/hypotheses/{hypothesis}/confirm")
    ResponseEntity<Map<String, Object>> confirm(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable HypothesisId hypothesis,
            @Valid @RequestBody ConfirmationBody body) {
        return scribe.record(http, id, hypothesis, body);
    }

    @PostMapping("/hypotheses/{hypothesis}/rule-out")
    ResponseEntity<Map<String, Object>> ruleOut(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable HypothesisId hypothesis,
            @Valid @RequestBody RulingOutBody body) {
        return scribe.record(http, id, hypothesis, body);
    }

    @PostMapping("/impacts")
    ResponseEntity<Map<String, Object>> recordImpact(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ImpactBody body) {
        return scribe.record(http, id, body);
    }
}
