package io.decklog.query.decision;

/** Whether a question has been answered. */
public enum DecisionState {
    /** It is on the table. */
    RAISED,
    /** It was decided. */
    RECORDED
}
