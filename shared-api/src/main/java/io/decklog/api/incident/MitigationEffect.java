package io.decklog.api.incident;

/** Whether a mitigation helped. */
public enum MitigationEffect {
    EFFECTIVE,
    PARTIAL,
    INEFFECTIVE,
    HARMFUL
}
