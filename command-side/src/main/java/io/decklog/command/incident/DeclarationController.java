package io.decklog.command.incident;

import io.decklog.command.incident.LifecycleRequests.DeclarationBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the log of an incident. */
@RestController
@Tag(name = "Incidents")
@RequestMapping("/api/v1/incidents")
class DeclarationController {

    private final Scribe scribe;

    DeclarationController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping
    @Operation(summary = "Opens the log of an incident")
    ResponseEntity<RecordedBody> declare(HttpServletRequest http, @Valid @RequestBody DeclarationBody body) {
        return scribe.declare(http, body);
    }
}
