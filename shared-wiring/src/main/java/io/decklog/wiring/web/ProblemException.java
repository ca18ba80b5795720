package io.decklog.wiring.web;

import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, and why. Becomes a problem detail (RFC 9457). */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public ProblemException(HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        super(detail);
        this.problem = new Problem(status, code, detail, errors);
    }

    /** A query value, a header or a body that cannot be read as what it should be. */
    public static ProblemException unreadable(String field, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, Problem.VALIDATION, detail, List.of(new FieldProblem(field, detail)));
    }

    /** A field that can be read but breaks a rule. */
    public static ProblemException invalid(String field, String rule) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Problem.VALIDATION,
                field + " " + rule,
                List.of(new FieldProblem(field, rule)));
    }

    public HttpStatus status() {
        return problem.status();
    }

    /** For programs: {@code IDEMPOTENCY_KEY_REUSED}. */
    public String code() {
        return problem.code();
    }

    public String detail() {
        return problem.detail();
    }

    /** The fields it is about; none if it is about no field. */
    public List<FieldProblem> errors() {
        return problem.errors();
    }

    Problem problem() {
        return problem;
    }
}
