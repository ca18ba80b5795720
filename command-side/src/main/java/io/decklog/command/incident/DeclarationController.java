package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.SourceReference;
import io.decklog.command.incident.Requests.Declare;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the log of an incident. */
@RestController
@RequestMapping("/api/v1/incidents")
class DeclarationController {

    private final Scribe scribe;
    private final IncidentNumbers numbers;

    DeclarationController(Scribe scribe, IncidentNumbers numbers) {
        this.scribe = scribe;
        this.numbers = numbers;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> declare(HttpServletRequest http, @Valid @RequestBody Declare body) {
        var stamp = scribe.stamp(body);
        return scribe.declare(
                http,
                new DeclareIncident(
                        new IncidentId(stamp.id()),
                        stamp,
                        numbers.next(),
                        body.title(),
                        body.severity(),
                        body.kind() == null ? IncidentKind.LIVE : body.kind(),
                        body.services(),
                        body.summary(),
                        body.startedAt(),
                        body.detectedAt(),
                        body.source() == null
                                ? null
                                : new SourceReference(
                                        body.source().system(), body.source().id())));
    }
}
