package io.decklog.wiring.web;

import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body: 400 if it is no JSON, 413 if it is too deep, 422 if a field breaks a rule. */
public final class Problems {

    private static final Map<Class<?>, String> WANTED = Map.of(
            String.class, "a text",
            Boolean.class, "true or false",
            UUID.class, "a UUID",
            Instant.class, "a time as RFC 3339 writes it, 2026-03-30T08:14:00Z");

    private Problems() {}

    /** The answer to a request that was refused. */
    public static ResponseEntity<Object> of(ProblemException refused) {
        return refused.problem().toResponse();
    }

    static Problem of(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? of(json)
                : new Problem(HttpStatus.BAD_REQUEST, "UNREADABLE", "a JSON body is required");
    }

    static Problem of(JacksonException failure) {
        if (failure instanceof StreamConstraintsException) {
            return new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "the body is nested deeper than 32 levels, or has an endless name or number");
        }
        if (failure instanceof DatabindException) {
            return invalid(List.of(fieldProblem(failure)));
        }
        return new Problem(
                HttpStatus.BAD_REQUEST, "UNREADABLE", "the body is not JSON: " + failure.getOriginalMessage());
    }

    static Problem of(ConstraintViolationException invalid) {
        return invalid(invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(
                        withoutMethod(violation.getPropertyPath().toString()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList());
    }

    static Problem invalid(List<FieldProblem> errors) {
        var detail = errors.stream()
                .map(error -> error.field() + " " + error.detail())
                .collect(Collectors.joining("; "));
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, Problem.VALIDATION, detail, errors);
    }

    /** What is wrong with one field, where a JSON tree could not be read as what it should be. */
    public static FieldProblem fieldProblem(JacksonException failure) {
        return new FieldProblem(path(failure), rule(failure));
    }

    private static String rule(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "is not a known field";
            case JacksonException other
            when other.getCause() instanceof IllegalArgumentException reason -> String.valueOf(reason.getMessage());
            case MismatchedInputException mismatch -> "must be " + wanted(mismatch.getTargetType());
            default -> "cannot be read";
        };
    }

    /** What a field wants, in words for whoever sends it: Jackson's own say how it is programmed. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another form";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return type == boolean.class ? "true or false" : "a number";
        }
        return WANTED.getOrDefault(type, "an object");
    }

    /** {@code options[1].name}, the way a client would write it. */
    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    static String sentence(Exception refused, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "there is nothing at this address";
            default -> String.valueOf(refused.getMessage());
        };
    }

    private static String withoutMethod(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
