package io.decklog.query.postmortem;

import java.io.Serial;

/** A template by which no draft can be written. The message says where it is broken, and how. */
final class BrokenTemplate extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenTemplate(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
