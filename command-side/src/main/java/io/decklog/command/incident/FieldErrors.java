package io.decklog.command.incident;

import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What is wrong with the fields of a line, gathered so that all of it can be told at once. */
final class FieldErrors {

    /** Told of one line at most; who has more has another problem. */
    private static final int MOST = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    void add(String field, String detail) {
        if (problems.size() < MOST) {
            problems.add(new FieldProblem(field, detail));
        }
    }

    /** @throws ProblemException if there are any */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "VALIDATION",
                    "the line breaks the rules of its fields",
                    problems);
        }
    }
}
