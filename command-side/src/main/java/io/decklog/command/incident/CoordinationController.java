package io.decklog.command.incident;

import io.decklog.api.incident.Role;
import io.decklog.api.incident.TaskId;
import io.decklog.command.incident.CoordinationRequests.ReassignmentBody;
import io.decklog.command.incident.CoordinationRequests.ReleaseBody;
import io.decklog.command.incident.CoordinationRequests.RoleBody;
import io.decklog.command.incident.CoordinationRequests.StatusUpdateBody;
import io.decklog.command.incident.CoordinationRequests.TaskBody;
import io.decklog.command.incident.CoordinationRequests.TaskCompletionBody;
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

/** Who does what, what is told to whom. */
@RestController
@Tag(name = "Coordination")
@RequestMapping("/api/v1/incidents/{id}")
class CoordinationController {

    private final Scribe scribe;

    CoordinationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/roles")
    @Operation(summary = "Gives a role to a person; a hand-over if somebody holds it")
    ResponseEntity<RecordedBody> assignRole(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody RoleBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/roles/{role}/release")
    @Operation(summary = "The role is held by nobody from here on")
    ResponseEntity<RecordedBody> releaseRole(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable Role role,
            @Valid @RequestBody(required = false) @Nullable ReleaseBody body) {
        return scribe.record(http, id, role, body == null ? ReleaseBody.EMPTY : body);
    }

    @PostMapping("/tasks")
    @Operation(summary = "Gives a task to a person")
    ResponseEntity<RecordedBody> delegate(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody TaskBody body) {
        return scribe.record(http, id, body);
    }

    @PostMapping("/tasks/{task}/reassign")
    @Operation(summary = "Gives a task to another person")
    ResponseEntity<RecordedBody> reassign(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable TaskId task,
            @Valid @RequestBody ReassignmentBody body) {
        return scribe.record(http, id, task, body);
    }

    @PostMapping("/tasks/{task}/completion")
    @Operation(summary = "The task is done")
    ResponseEntity<RecordedBody> complete(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable TaskId task,
            @Valid @RequestBody(required = false) @Nullable TaskCompletionBody body) {
        return scribe.record(http, id, task, body == null ? TaskCompletionBody.EMPTY : body);
    }

    @PostMapping("/status-updates")
    @Operation(summary = "Records what an audience was told, and when it will hear again")
    ResponseEntity<RecordedBody> publishStatusUpdate(
            HttpServletRequest http, @PathVariable String id, @Valid @RequestBody StatusUpdateBody body) {
        return scribe.record(http, id, body);
    }
}
