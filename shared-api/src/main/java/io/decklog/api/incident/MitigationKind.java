package io.decklog.api.incident;

/** What a mitigation does to the system. */
public enum MitigationKind {
    SCALE_UP,
    FEATURE_OFF,
    ROLLBACK,
    FAILOVER,
    RATE_LIMIT,
    RESTART,
    CONFIGURATION,
    TRAFFIC_SHIFT,
    OTHER
}
