package io.decklog.command.incident;

import io.decklog.command.incident.RehearsalRequests.Answer;
import io.decklog.command.incident.RehearsalRequests.AnswerBody;
import io.decklog.command.incident.RehearsalRequests.RehearsalBody;
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

/** Plays a past incident again, decision by decision. */
@RestController
@Tag(name = "Rehearsals")
@RequestMapping("/api/v1")
class RehearsalController {

    private final Scribe scribe;
    private final Rehearsals rehearsals;

    RehearsalController(Scribe scribe, Rehearsals rehearsals) {
        this.scribe = scribe;
        this.rehearsals = rehearsals;
    }

    @PostMapping("/incidents/{id}/rehearsals")
    @Operation(
            summary = "Starts a rehearsal of a past incident",
            description = "The rehearsal is a drill of its own. A client that sends its id as Decklog-Rehearsal is kept"
                    + " from everything but the rehearsal, and so from the future.")
    ResponseEntity<RecordedBody> start(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable RehearsalBody sent) {
        var body = sent == null ? RehearsalBody.EMPTY : sent;
        var past = rehearsals.rehearsable(scribe.incident(id));
        return scribe.declare(http, body, (rehearsal, stamp) -> body.toCommand(past, rehearsal, stamp));
    }

    @PostMapping("/rehearsals/{id}/answers")
    @Operation(summary = "Decides in the scene a rehearsal has come to, and goes on to the next")
    ResponseEntity<RecordedBody> answer(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody AnswerBody body) {
        var rehearsal = scribe.incident(id);
        var scene = rehearsals.scene(rehearsal, body.scene());
        return scribe.record(http, id, new Answer(body, scene, rehearsal));
    }
}
