package io.decklog.api.incident;

/** A stopgap buys time and leaves debt; a permanent mitigation does not. */
public enum Permanence {
    STOPGAP,
    PERMANENT
}
