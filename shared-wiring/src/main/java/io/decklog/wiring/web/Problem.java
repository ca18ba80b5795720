package io.decklog.wiring.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A problem detail in the making.
 *
 * @param code stable, for programs: {@code INCIDENT_CLOSED}
 * @param errors the fields it is about, if it is about fields
 */
record Problem(HttpStatus status, String code, String detail, List<FieldProblem> errors) {

    static final String VALIDATION = "VALIDATION";

    Problem(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    ProblemDetail toDetail() {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(
                "urn:decklog:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.setTitle(status.getReasonPhrase());
        body.setProperty("code", code);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return body;
    }

    ResponseEntity<Object> toResponse() {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", "1");
        }
        return response.body(toDetail());
    }
}
