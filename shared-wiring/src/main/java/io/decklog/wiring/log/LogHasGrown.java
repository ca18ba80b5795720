package io.decklog.wiring.log;

import java.io.Serial;

/** Somebody else has appended to the log meanwhile. */
public final class LogHasGrown extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LogHasGrown() {
        super("something else was recorded meanwhile");
    }
}
