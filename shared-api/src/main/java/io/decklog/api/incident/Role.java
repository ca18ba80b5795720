package io.decklog.api.incident;

/** What one person does in the response. One holder at a time; a hand-over names both people. */
public enum Role {
    COMMANDER,
    COMMUNICATIONS,
    OPERATIONS,
    SCRIBE,
    LIAISON,
    EXPERT
}
