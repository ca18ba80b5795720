package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.command.idempotency.Answer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Words what a command was answered: 201 if something was recorded, 200 where what was asked for already was. */
final class RecordedResponse {

    private RecordedResponse() {}

    static ResponseEntity<RecordedBody> ofDeclaration(Answer answer) {
        return respond(answer, RecordedBody.ofDeclaration(answer.recorded()), "");
    }

    /** @param textRemoved whether a redaction has taken the text out of the log; null if it was none */
    static ResponseEntity<RecordedBody> of(IncidentCommand command, Answer answer, @Nullable Boolean textRemoved) {
        var body = RecordedBody.of(command, answer.recorded(), textRemoved);
        return respond(answer, body, body.entryId() == null ? "" : "/entries/" + body.entryId());
    }

    private static ResponseEntity<RecordedBody> respond(Answer answer, RecordedBody body, String place) {
        var recorded = answer.recorded();
        var response = ResponseEntity.status(recorded.entryId() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/incidents/" + recorded.incidentId() + place))
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
