package io.decklog.command.incident;

import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand.ChooseOption;
import io.decklog.api.incident.DecisionCommand.ProposeOption;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionCommand.RaiseObjection;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.DecisionCommand.SupersedeDecision;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.Requests.ChoiceBody;
import io.decklog.command.incident.Requests.DecisionBody;
import io.decklog.command.incident.Requests.ObjectionBody;
import io.decklog.command.incident.Requests.ProposeOptionBody;
import io.decklog.command.incident.Requests.SupersedeBody;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions: raised, discussed, taken, superseded. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/decisions")
class DecisionController {

    private final Scribe scribe;

    DecisionController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> decide(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody DecisionBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(http, command(scribe.incident(id), stamp, body), "decisionId");
    }

    @PostMapping("/{decision}/options")
    ResponseEntity<Map<String, Object>> proposeOption(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody ProposeOptionBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new ProposeOption(
                        scribe.incident(id),
                        stamp,
                        new DecisionId(Scribe.uuid(decision, "UNKNOWN_DECISION")),
                        new Option(body.name(), body.benefit(), body.risk(), body.reversibility())),
                null);
    }

    @PostMapping("/{decision}/objections")
    ResponseEntity<Map<String, Object>> object(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody ObjectionBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new RaiseObjection(
                        scribe.incident(id),
                        stamp,
                        new DecisionId(Scribe.uuid(decision, "UNKNOWN_DECISION")),
                        body.by(),
                        body.text()),
                null);
    }

    @PostMapping("/{decision}/choice")
    ResponseEntity<Map<String, Object>> choose(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody ChoiceBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new ChooseOption(
                        scribe.incident(id),
                        stamp,
                        new DecisionId(Scribe.uuid(decision, "UNKNOWN_DECISION")),
                        choice(body, stamp)),
                null);
    }

    @PostMapping("/{decision}/supersede")
    ResponseEntity<Map<String, Object>> supersede(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody SupersedeBody body) {
        var stamp = scribe.stamp(body);
        return scribe.record(
                http,
                new SupersedeDecision(
                        scribe.incident(id),
                        stamp,
                        new DecisionId(Scribe.uuid(decision, "UNKNOWN_DECISION")),
                        body.by(),
                        body.reason()),
                null);
    }

    private static IncidentCommand command(IncidentId incident, Stamp stamp, DecisionBody body) {
        var decision = new DecisionId(stamp.id());
        var options = body.options() == null
                ? List.<Option>of()
                : body.options().stream()
                        .map(o -> new Option(o.name(), o.benefit(), o.risk(), o.reversibility()))
                        .toList();
        if (body.chosen() == null) {
            refuse(body.rationale() != null, "rationale", "belongs to a decision that names its chosen option");
            refuse(body.decidedBy() != null, "decidedBy", "belongs to a decision that names its chosen option");
            return new RaiseDecision(
                    incident, stamp, decision, body.question(), options, orNone(body.evidence()), body.neededBy());
        }
        refuse(body.rationale() == null, "rationale", "is required where an option is chosen");
        var choice = new ChoiceBody(
                body.chosen(),
                String.valueOf(body.rationale()),
                body.evidence(),
                body.decidedBy(),
                body.participants(),
                body.expectedOutcome(),
                null,
                null,
                null,
                null);
        return new RecordDecision(
                incident, stamp, decision, body.question(), options, choice(choice, stamp), body.neededBy());
    }

    private static void refuse(boolean broken, String field, String rule) {
        if (broken) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "VALIDATION",
                    field + " " + rule,
                    List.of(new FieldProblem(field, rule)));
        }
    }

    /** Who decided is the person behind the entry unless somebody else is named. */
    private static Choice choice(ChoiceBody body, Stamp stamp) {
        return new Choice(
                body.chosen(),
                body.rationale(),
                orNone(body.evidence()),
                body.decidedBy() == null ? stamp.attribution().person() : body.decidedBy(),
                orNone(body.participants()),
                body.expectedOutcome());
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
