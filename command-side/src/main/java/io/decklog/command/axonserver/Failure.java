package io.decklog.command.axonserver;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.Rejection;
import io.decklog.command.incident.NothingToRecord;
import io.decklog.wiring.axonserver.AxonServerAway;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;

/**
 * Why a command failed on the node that handled it, as data: no exception class is named in what travels to the node that
 * was asked. There it becomes the exception again that it would have been.
 *
 * @param rejection where a rule forbade it
 * @param problem where the request cannot be answered
 */
record Failure(
        Kind kind,
        String message,
        @Nullable Rejection rejection,
        @Nullable RefusedRequest problem) {

    enum Kind {
        REJECTED,
        REFUSED,
        NOTHING_TO_RECORD,
        UNKNOWN_INCIDENT,
        LOST_RACE,
        AWAY,
        FAULT
    }

    /** @param status of HTTP */
    record RefusedRequest(int status, String code, List<FieldProblem> errors) {}

    static Failure of(Throwable thrown) {
        var failure = AxonServerAway.explain(thrown);
        var message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case IncidentRejected rejected -> new Failure(Kind.REJECTED, message, rejected.rejection(), null);
            case ProblemException refused ->
                new Failure(
                        Kind.REFUSED,
                        refused.detail(),
                        null,
                        new RefusedRequest(refused.status().value(), refused.code(), refused.errors()));
            case NothingToRecord _ -> of(Kind.NOTHING_TO_RECORD, message);
            case AggregateNotFoundException _ -> of(Kind.UNKNOWN_INCIDENT, message);
            case ConcurrencyException _, DuplicateKeyException _ -> of(Kind.LOST_RACE, message);
            case DataAccessResourceFailureException _, TransientDataAccessException _, TransactionException _ ->
                of(Kind.AWAY, message);
            default -> of(Kind.FAULT, message);
        };
    }

    private static Failure of(Kind kind, String message) {
        return new Failure(kind, message, null, null);
    }

    /** What is thrown on the node that was asked. */
    static RuntimeException thrown(Throwable received) {
        return received instanceof CommandExecutionException remote
                        && remote.getDetails().orElse(null) instanceof Failure failure
                ? failure.thrown()
                : AxonServerAway.explain(received);
    }

    private RuntimeException thrown() {
        return switch (kind) {
            case REJECTED -> new IncidentRejected(Objects.requireNonNull(rejection));
            case REFUSED -> refused(Objects.requireNonNull(problem));
            case NOTHING_TO_RECORD -> new NothingToRecord();
            case UNKNOWN_INCIDENT -> new AggregateNotFoundException("", message);
            case LOST_RACE -> new ConcurrencyException(message);
            case AWAY -> new DataAccessResourceFailureException(message);
            case FAULT -> new IllegalStateException("on the node that handled the command: " + message);
        };
    }

    private ProblemException refused(RefusedRequest request) {
        return new ProblemException(HttpStatus.valueOf(request.status()), request.code(), message, request.errors());
    }
}
