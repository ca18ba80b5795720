package io.decklog.query.incident;

/** Where an incident stands. */
public enum IncidentState {
    OPEN,
    MITIGATED,
    RESOLVED,
    CLOSED,
    CANCELLED
}
