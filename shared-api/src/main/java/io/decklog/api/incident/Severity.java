package io.decklog.api.incident;

/** How bad it is: {@link #SEV1} is the worst. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4,
    SEV5
}
