package io.decklog.api.incident;

/** Where an observation comes from. */
public enum ObservationSource {
    LOGS,
    METRICS,
    TRACES,
    ALERT,
    DEPLOY,
    PERSON,
    OTHER
}
