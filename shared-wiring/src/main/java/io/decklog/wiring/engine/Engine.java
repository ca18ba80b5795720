package io.decklog.wiring.engine;

/** What keeps the log and carries messages from one process to another. */
public enum Engine {
    /** The log is a table; each command node handles what it is asked. */
    POSTGRESQL,
    /** Axon Server keeps the log and routes commands and queries; query sides have a copy of the log in their PostgreSQL. */
    AXON_SERVER
}
