package io.decklog.query.copy;

import java.io.Serial;

/** The log and the copy do not belong together, or something in it is not Decklog's. The message says what, for operators. */
final class NotOurLog extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotOurLog(String message) {
        super(message);
    }
}
