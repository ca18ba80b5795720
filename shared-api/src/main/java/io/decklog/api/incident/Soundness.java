package io.decklog.api.incident;

/** Whether a decision was good on what was known when it was taken, however it turned out. */
public enum Soundness {
    SOUND,
    UNSOUND,
    UNDETERMINED
}
