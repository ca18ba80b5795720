package io.decklog.command.incident;

import io.decklog.api.incident.EntryId;
import io.decklog.command.incident.AmendmentRequests.CorrectionBody;
import io.decklog.command.incident.AmendmentRequests.PinBody;
import io.decklog.command.incident.AmendmentRequests.RedactionBody;
import io.decklog.command.incident.AmendmentRequests.StrikeBody;
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

/** Entries that are in the log: corrected, struck, redacted, pinned. */
@RestController
@Tag(name = "Entries")
@RequestMapping("/api/v1/incidents/{id}/entries/{entry}")
class EntryController {

    private final Scribe scribe;

    EntryController(Scribe scribe) {
        this.scribe = scribe;
    }

    @PostMapping("/correction")
    @Operation(summary = "Says what the entry should have said; what it said stays readable")
    ResponseEntity<RecordedBody> correct(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody CorrectionBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/strike")
    @Operation(summary = "Strikes the entry through; it stays visible")
    ResponseEntity<RecordedBody> strike(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody StrikeBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/redaction")
    @Operation(summary = "Takes the text of the entry out of the log for good; author, times and place remain")
    ResponseEntity<RecordedBody> redact(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody RedactionBody body) {
        return scribe.record(http, id, entry, body);
    }

    @PostMapping("/pin")
    @Operation(summary = "Marks the entry as one of those one has to know to follow the story")
    ResponseEntity<RecordedBody> pin(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable EntryId entry,
            @Valid @RequestBody(required = false) @Nullable PinBody body) {
        return scribe.record(http, id, entry, body == null ? PinBody.EMPTY : body);
    }
}
