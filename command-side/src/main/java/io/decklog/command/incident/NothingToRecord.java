package io.decklog.command.incident;

import java.io.Serial;

/** What was asked for already is, as far as a state tells that may be behind the log: throws that state out of the cache. */
public final class NothingToRecord extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NothingToRecord() {
        super("what was asked for already is", null, false, false);
    }
}
