package io.decklog.api.incident;

/** What one incident has to do with another. */
public enum Relation {
    /** It is the same trouble; the other incident is the one to read on in. */
    DUPLICATE_OF,
    /** Both are worth reading together. */
    RELATED,
    /** A mitigation of the other incident brought it about. */
    CAUSED_BY_MITIGATION
}
