package io.decklog.api.incident;

/** What it takes to go back on an option once it is chosen. */
public enum Reversibility {
    REVERSIBLE,
    COSTLY,
    IRREVERSIBLE
}
