package io.decklog.command.incident;

import io.decklog.api.incident.EntryCommand;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.command.idempotency.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Words what a command was answered: 201 if something was recorded, 200 where what was asked for already was. */
final class RecordedResponse {

    private RecordedResponse() {}

    static ResponseEntity<Map<String, Object>> ofDeclaration(Answer answer) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", answer.recorded().incidentId());
        return respond(answer, body, "/api/v1/incidents/" + answer.recorded().incidentId());
    }

    /**
     * @param created the name under which to give the id of what was created, if it has one of its own
     * @param told what else there is to tell
     */
    static ResponseEntity<Map<String, Object>> of(
            IncidentCommand command, Answer answer, @Nullable String created, Map<String, Object> told) {
        var recorded = answer.recorded();
        var body = new LinkedHashMap<String, Object>();
        var location = "/api/v1/incidents/" + recorded.incidentId();
        if (recorded.entryId() != null) {
            var entry = command instanceof EntryCommand amendment
                    ? amendment.entryId().value()
                    : recorded.entryId();
            location += "/entries/" + entry;
            body.put("entryId", entry);
            if (created != null) {
                body.put(created, recorded.entryId());
            }
        }
        body.put("incidentId", recorded.incidentId());
        body.putAll(told);
        return respond(answer, body, location);
    }

    private static ResponseEntity<Map<String, Object>> respond(
            Answer answer, Map<String, Object> body, String location) {
        var recorded = answer.recorded();
        body.put("number", recorded.number());
        body.put("sequence", recorded.sequence());
        body.put("recordedAt", recorded.recordedAt());
        var response = ResponseEntity.status(recorded.entryId() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create(location))
                .eTag("\"" + recorded.sequence() + "\"");
        if (answer.position() != null) {
            response.header("Decklog-Position", answer.position().toString());
        }
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(body);
    }
}
