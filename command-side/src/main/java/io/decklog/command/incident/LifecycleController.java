package io.decklog.command.incident;

import io.decklog.command.incident.LifecycleRequests.CancellationBody;
import io.decklog.command.incident.LifecycleRequests.ClosureBody;
import io.decklog.command.incident.LifecycleRequests.MitigatedBody;
import io.decklog.command.incident.LifecycleRequests.ReopeningBody;
import io.decklog.command.incident.LifecycleRequests.ResolutionBody;
import io.decklog.command.incident.LifecycleRequests.SeverityBody;
import io.decklog.command.incident.LifecycleRequests.TitleBody;
import io.decklog.command.incident.LinkRequest.LinkBody;
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

/** Severity, title, mitigated, resolved, reopened, cancelled, closed, linked. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents/{id}")
class LifecycleController {

    private final Scribe scribe;
    private final LinkedIncidents linked;

    LifecycleController(Scribe scribe, LinkedIncidents linked) {
        this.scribe = scribe;
        this.linked = linked;
    }

    @PostMapping("/severity")
    @Operation(summary = "Raises or lowers the severity")
    ResponseEntity<RecordedBody> changeSeverity(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody SeverityBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/mitigated")
    @Operation(summary = "Users no longer suffer; the cause may still be there")
    ResponseEntity<RecordedBody> markMitigated(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable MitigatedBody body) {
        return scribe.record(http, id, body == null ? MitigatedBody.EMPTY : body);
    }

    @PostMapping("/resolve")
    @Operation(summary = "It is over")
    ResponseEntity<RecordedBody> resolve(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ResolutionBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/reopen")
    @Operation(summary = "It is back; from resolved or closed")
    ResponseEntity<RecordedBody> reopen(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody ReopeningBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/close")
    @Operation(summary = "Nothing more is recorded on it, but for corrections, its review and what ends open debt")
    ResponseEntity<RecordedBody> close(
            HttpServletRequest http,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable ClosureBody body) {
        return scribe.record(http, id, body == null ? ClosureBody.EMPTY : body);
    }

    @PostMapping("/cancel")
    @Operation(summary = "It was no incident after all")
    ResponseEntity<RecordedBody> cancel(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody CancellationBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/title")
    @Operation(summary = "Calls it something else")
    ResponseEntity<RecordedBody> retitle(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody TitleBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/links")
    @Operation(summary = "Says what it has to do with another incident")
    ResponseEntity<RecordedBody> link(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody LinkBody body) {
        return scribe.record(http, id, linked.find(body));
    }
}
