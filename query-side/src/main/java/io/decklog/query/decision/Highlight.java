package io.decklog.query.decision;

/**
 * A place where a decision says words it was asked for by.
 *
 * @param field where they stand, {@code options[0].risk}
 * @param fragment some of the text around them, as HTML: each of the words in {@code mark}, and everything else escaped,
 *     so that no markup in the text is any
 */
record Highlight(String field, String fragment) {}
