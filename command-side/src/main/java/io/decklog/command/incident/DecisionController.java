package io.decklog.command.incident;

import io.decklog.api.incident.DecisionId;
import io.decklog.command.incident.DecisionRequests.ChoiceBody;
import io.decklog.command.incident.DecisionRequests.DecisionBody;
import io.decklog.command.incident.DecisionRequests.ObjectionBody;
import io.decklog.command.incident.DecisionRequests.ProposalBody;
import io.decklog.command.incident.DecisionRequests.SupersessionBody;
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

/** Decisions: raised, discussed, taken, superseded. */
@RestController
@Tag(name = "Decisions")
@RequestMapping("/api/v1/incidents/{id}/decisions")
class DecisionController {

    private final Scribe scribe;

    DecisionController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("")
    @Operation(
            summary = "Records a decision with its options and its choice, or, without a choice, raises the question")
    ResponseEntity<RecordedBody> decide(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody DecisionBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/{decision}/options")
    @Operation(summary = "Puts another option on the table")
    ResponseEntity<RecordedBody> proposeOption(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody ProposalBody body) {
        return scribe.record(http, id, decision, body);
    }

    @PostMapping("/{decision}/objections")
    @Operation(summary = "Records who objects, and why")
    ResponseEntity<RecordedBody> object(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody ObjectionBody body) {
        return scribe.record(http, id, decision, body);
    }

    @PostMapping("/{decision}/choice")
    @Operation(summary = "Takes a decision that was raised")
    ResponseEntity<RecordedBody> choose(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody ChoiceBody body) {
        return scribe.record(http, id, decision, body);
    }

    @PostMapping("/{decision}/supersede")
    @Operation(summary = "A newer decision takes its place")
    ResponseEntity<RecordedBody> supersede(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody SupersessionBody body) {
        return scribe.record(http, id, decision, body);
    }
}
