package io.decklog.command.imports;

import java.io.Serial;

/** The line was done by another worker or its job has ended: whatever was being recorded for it must not be. */
final class LineGone extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LineGone() {
        super("the line is no longer to be taken in");
    }
}
