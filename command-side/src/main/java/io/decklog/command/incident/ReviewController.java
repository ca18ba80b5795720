package io.decklog.command.incident;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.SectionName;
import io.decklog.command.incident.ReviewRequests.ActionItemBody;
import io.decklog.command.incident.ReviewRequests.ActionItemCompletionBody;
import io.decklog.command.incident.ReviewRequests.FactorBody;
import io.decklog.command.incident.ReviewRequests.JudgementBody;
import io.decklog.command.incident.ReviewRequests.LessonBody;
import io.decklog.command.incident.ReviewRequests.PublicationBody;
import io.decklog.command.incident.ReviewRequests.ReviewBody;
import io.decklog.command.incident.ReviewRequests.RevisionBody;
import io.decklog.command.incident.ReviewRequests.SectionBody;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The review of an incident, and the postmortem that comes out of it. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/review")
class ReviewController {

    private final Scribe scribe;
    private final PostmortemPress press;

    ReviewController(Scribe scribe, PostmortemPress press) {
        this.scribe = scribe;
        this.press = press;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> open(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ReviewBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/decisions/{decision}")
    ResponseEntity<Map<String, Object>> judge(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody JudgementBody body) {
        return scribe.record(http, id, decision, body);
    }

    @PostMapping("/factors")
    ResponseEntity<Map<String, Object>> identifyFactor(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody FactorBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/lessons")
    ResponseEntity<Map<String, Object>> recordLesson(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody LessonBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/action-items")
    ResponseEntity<Map<String, Object>> addActionItem(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ActionItemBody body) {
        return scribe.record(http, id, body, "actionItemId");
    }

    @PostMapping("/action-items/{item}/completion")
    ResponseEntity<Map<String, Object>> completeActionItem(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable ActionItemId item,
            @Valid @RequestBody(required = false) @Nullable ActionItemCompletionBody body) {
        return scribe.record(http, id, item, body == null ? ActionItemCompletionBody.EMPTY : body);
    }

    @PutMapping("/sections/{section}")
    ResponseEntity<Map<String, Object>> writeSection(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String section,
            @Valid @RequestBody SectionBody body) {
        return scribe.record(http, id, named(section), body);
    }

    @PostMapping("/publish")
    ResponseEntity<Map<String, Object>> publish(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable PublicationBody body) {
        return press.publish(http, id, body == null ? PublicationBody.EMPTY : body);
    }

    @PostMapping("/revise")
    ResponseEntity<Map<String, Object>> revise(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody RevisionBody body) {
        return scribe.record(http, id, body);
    }

    private static SectionName named(String section) {
        if (!SectionName.isWellFormed(section)) {
            throw ProblemException.invalid("section", "must be lower-case words joined by hyphens, 1 to 60 characters");
        }
        return new SectionName(section);
    }
}
