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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
@Tag(name = "Review")
class ReviewController {

    private final Scribe scribe;
    private final PostmortemPress press;

    ReviewController(Scribe scribe, PostmortemPress press) {
        this.scribe = scribe;
        this.press = press;
    }

    @PostMapping("")
    @Operation(summary = "Opens the review")
    ResponseEntity<RecordedBody> open(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ReviewBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/decisions/{decision}")
    @Operation(summary = "Judges a decision on what was known, and by what came of it")
    ResponseEntity<RecordedBody> judge(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable DecisionId decision,
            @Valid @RequestBody JudgementBody body) {
        return scribe.record(http, id, decision, body);
    }

    @PostMapping("/factors")
    @Operation(summary = "Records what contributed to the incident")
    ResponseEntity<RecordedBody> identifyFactor(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody FactorBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/lessons")
    @Operation(summary = "Records what was learned")
    ResponseEntity<RecordedBody> recordLesson(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody LessonBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/action-items")
    @Operation(summary = "Records what is to be done, by whom and until when")
    ResponseEntity<RecordedBody> addActionItem(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ActionItemBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/action-items/{item}/completion")
    @Operation(summary = "It is done; also when the incident is over")
    ResponseEntity<RecordedBody> completeActionItem(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable ActionItemId item,
            @Valid @RequestBody(required = false) @Nullable ActionItemCompletionBody body) {
        return scribe.record(http, id, item, body == null ? ActionItemCompletionBody.EMPTY : body);
    }

    @PutMapping("/sections/{section}")
    @Operation(summary = "Writes a section of the postmortem, as Markdown")
    ResponseEntity<RecordedBody> writeSection(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String section,
            @Valid @RequestBody SectionBody body) {
        return scribe.record(http, id, named(section), body);
    }

    @PostMapping("/publish")
    @Operation(summary = "Freezes the draft of the postmortem as its next version")
    ResponseEntity<RecordedBody> publish(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable PublicationBody body) {
        return press.publish(http, id, body == null ? PublicationBody.EMPTY : body);
    }

    @PostMapping("/revise")
    @Operation(summary = "Takes the published postmortem up again, for a next version")
    ResponseEntity<RecordedBody> revise(
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
