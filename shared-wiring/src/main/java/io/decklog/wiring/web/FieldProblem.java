package io.decklog.wiring.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, {@code options[1].name}, or the name of a header or query parameter
 * @param detail the rule it breaks, as a sentence for people
 */
public record FieldProblem(String field, String detail) {}
