package io.decklog.api.incident;

/** A drill is rehearsed like the real thing and kept out of every metric. */
public enum IncidentKind {
    LIVE,
    DRILL
}
