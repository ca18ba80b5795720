package io.decklog.command.incident;

import io.decklog.api.incident.EntryId;
import io.decklog.command.incident.AmendmentRequests.CorrectionBody;
import io.decklog.command.incident.AmendmentRequests.PinBody;
import io.decklog.command.incident.AmendmentRequests.RedactionBody;
import io.decklog.command.incident.AmendmentRequests.StrikeBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries that are in the log: corrected, struck, redacted, pinned. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/entries/{entry}")
class EntryController {

    private final Scribe scribe;

    EntryController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/correction")
    ResponseEntity<Map<String, Object>> correct(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody CorrectionBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/strike")
    ResponseEntity<Map<String, Object>> strike(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody StrikeBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/redaction")
    ResponseEntity<Map<String, Object>> redact(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody RedactionBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/pin")
    ResponseEntity<Map<String, Object>> pin(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody(required = false) @Nullable PinBody body) {
        return scribe.record(http, id, entry, body == null ? PinBody.EMPTY : body);
    }
}
