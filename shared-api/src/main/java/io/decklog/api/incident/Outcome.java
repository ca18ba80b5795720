package io.decklog.api.incident;

/** How a decision turned out, however good it was on what was known. */
public enum Outcome {
    RIGHT,
    WRONG,
    MIXED,
    UNKNOWN
}
