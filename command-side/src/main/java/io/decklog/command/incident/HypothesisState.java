package io.decklog.command.incident;

/** What is thought of a hypothesis. */
enum HypothesisState {
    PROPOSED,
    CONFIRMED,
    RULED_OUT
}
