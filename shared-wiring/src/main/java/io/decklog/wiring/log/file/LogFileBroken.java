package io.decklog.wiring.log.file;

import java.io.Serial;

/** A file that is not a whole log, and where that shows. */
public final class LogFileBroken extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line from 1 */
    public LogFileBroken(long line, String detail) {
        super(detail);
        this.line = line;
    }

    LogFileBroken(long line, String detail, Throwable cause) {
        super(detail, cause);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
