package io.decklog.wiring.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that can go wrong with a request into a problem detail with a stable code. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> of(ProblemException refused) {
        return refused.problem().toResponse();
    }

    @ExceptionHandler
    ResponseEntity<Object> of(ConstraintViolationException invalid) {
        return Problems.of(invalid).toResponse();
    }

    @ExceptionHandler
    ResponseEntity<Object> of(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return unknown(mismatch);
        }
        return unreadable(mismatch.getName(), "cannot be read as " + readableName(mismatch.getRequiredType()));
    }

    /** A query that is not UTF-8, not percent-encoded as it should be, or has more parameters than anybody needs. */
    @ExceptionHandler
    ResponseEntity<Object> of(InvalidParameterException unreadable) {
        return unreadable("query", "cannot be decoded");
    }

    /**
     * The store is away, or too busy for now. If the connection broke while it was committing nobody knows whether
     * something was recorded: a later try with the same key finds out, or succeeds.
     */
    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        TransactionException.class
    })
    ResponseEntity<Object> unavailable(Exception failure, HttpServletResponse response) throws Exception {
        breakOff(failure, response);
        LOG.warn("The store cannot be reached: {}", failure.getMessage());
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "STORE_UNAVAILABLE",
                        StoreFailure.in(failure).map(StoreFailure::sentence).orElse(StoreFailure.AWAY))
                .toResponse();
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, HttpServletResponse response) throws Exception {
        if (StoreFailure.in(failure).isPresent()) {
            return unavailable(failure, response);
        }
        breakOff(failure, response);
        LOG.error("A request failed for no fault of its own", failure);
        return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "something went wrong on our side")
                .toResponse();
    }

    /** Half an answer is under way: a problem behind it would be taken for its end. The connection breaks instead. */
    private static void breakOff(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return Problems.of(unreadable).toResponse();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .sorted(java.util.Comparator.comparing(FieldProblem::field))
                .toList();
        return Problems.invalid(errors).toResponse();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return unreadable(missing.getParameterName(), "is required");
    }

    /** Everything else Spring itself refuses: no such path, no such method, no such media type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        var status = HttpStatus.valueOf(statusCode.value());
        var allowed = headers.isEmpty() ? HttpHeaders.EMPTY : headers;
        return ResponseEntity.status(status)
                .headers(allowed)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(status, status.name(), Problems.sentence(refused, status)).toDetail());
    }

    /** What cannot be an id is the id of nothing: {@code UNKNOWN_DECISION} for a {@code DecisionId}. */
    private static ResponseEntity<Object> unknown(MethodArgumentTypeMismatchException mismatch) {
        var thing = mismatch.getParameter().getParameterType().getSimpleName().replaceFirst("Id$", "");
        var code = "UNKNOWN_" + thing.toUpperCase(Locale.ROOT);
        var detail = "there is nothing under the id " + mismatch.getValue();
        return new Problem(HttpStatus.NOT_FOUND, code, detail).toResponse();
    }

    private static ResponseEntity<Object> unreadable(String field, String detail) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        Problem.VALIDATION,
                        field + " " + detail,
                        List.of(new FieldProblem(field, detail)))
                .toResponse();
    }

    private static String readableName(@Nullable Class<?> type) {
        return type == null ? "what it should be" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
