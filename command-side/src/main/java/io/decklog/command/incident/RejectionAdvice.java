package io.decklog.command.incident;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import io.decklog.wiring.web.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in HTTP why a command was refused: the one place where a rejection gets its status. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectionAdvice {

    @ExceptionHandler
    ResponseEntity<Object> of(IncidentRejected rejected) {
        var rejection = rejected.rejection();
        var errors = rejection.field() == null
                ? List.<FieldProblem>of()
                : List.of(new FieldProblem(rejection.field(), rejection.detail()));
        return Problems.of(
                new ProblemException(status(rejection.code()), rejection.code().name(), rejection.detail(), errors));
    }

    static HttpStatus status(RejectionCode code) {
        return switch (code) {
            case UNKNOWN_INCIDENT,
                    UNKNOWN_ENTRY,
                    UNKNOWN_DECISION,
                    UNKNOWN_MITIGATION,
                    UNKNOWN_HYPOTHESIS,
                    UNKNOWN_TASK,
                    UNKNOWN_ACTION_ITEM -> HttpStatus.NOT_FOUND;
            case CHOICE_NOT_AMONG_OPTIONS,
                    OPTIONS_NOT_DISTINCT,
                    IMPACT_ENDS_BEFORE_IT_BEGINS,
                    INCIDENT_LINKED_TO_ITSELF,
                    LINKED_INCIDENT_UNKNOWN,
                    LINKED_MITIGATION_UNKNOWN,
                    LINK_NEEDS_MITIGATION,
                    LINK_TAKES_NO_MITIGATION,
                    EVIDENCE_UNKNOWN,
                    SUPERSEDING_DECISION_UNKNOWN,
                    CARRIED_OUT_DECISION_UNKNOWN -> HttpStatus.UNPROCESSABLE_CONTENT;
            case SEQUENCE_MISMATCH -> HttpStatus.PRECONDITION_FAILED;
            case ID_TAKEN,
                    INCIDENT_CLOSED,
                    INCIDENT_CANCELLED,
                    INCIDENT_NOT_OPEN,
                    INCIDENT_ALREADY_RESOLVED,
                    INCIDENT_ALREADY_MITIGATED,
                    INCIDENT_NOT_RESOLVED,
                    INCIDENT_NOT_OVER,
                    OPTION_NAME_TAKEN,
                    TOO_MANY_OPTIONS,
                    DECISION_ALREADY_RECORDED,
                    DECISION_ALREADY_SUPERSEDED,
                    DECISION_SUPERSEDES_ITSELF,
                    MITIGATION_ALREADY_ROLLED_BACK,
                    MITIGATION_NOT_A_STOPGAP,
                    PERMANENT_FIX_NOT_PLANNED,
                    PERMANENT_FIX_ALREADY_COMPLETED,
                    HYPOTHESIS_ALREADY_CONFIRMED,
                    HYPOTHESIS_ALREADY_RULED_OUT,
                    TASK_ALREADY_COMPLETED,
                    REVIEW_ALREADY_OPEN,
                    REVIEW_NOT_OPEN,
                    DECISION_NOT_RECORDED,
                    ACTION_ITEM_ALREADY_COMPLETED,
                    POSTMORTEM_ALREADY_PUBLISHED,
                    POSTMORTEM_NOT_PUBLISHED,
                    POSTMORTEM_TOO_LARGE,
                    ENTRY_REDACTED,
                    ENTRY_STRUCK -> HttpStatus.CONFLICT;
        };
    }
}
