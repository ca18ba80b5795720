package io.decklog.command.incident;

import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryId;
import io.decklog.command.incident.Requests.CorrectionBody;
import io.decklog.command.incident.Requests.ReasonBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections and strikes of entries that are in the log. */
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
            @PathVariable String entry,
            @Valid @RequestBody CorrectionBody body) {
        var stamp = scribe.stamp(body);
        var target = new EntryId(Scribe.uuid(entry, "UNKNOWN_ENTRY"));
        return scribe.record(
                http,
                new CorrectEntry(scribe.incident(id), stamp, target, body.text(), body.reason()),
                null,
                recorded -> target.value());
    }

    @PostMapping("/strike")
    ResponseEntity<Map<String, Object>> strike(
            HttpServletRequest http,
            @PathVariable String id,
            @PathVariable String entry,
            @Valid @RequestBody ReasonBody body) {
        var stamp = scribe.stamp(body);
        var target = new EntryId(Scribe.uuid(entry, "UNKNOWN_ENTRY"));
        return scribe.record(
                http,
                new StrikeEntry(scribe.incident(id), stamp, target, body.reason()),
                null,
                recorded -> target.value());
    }
}
