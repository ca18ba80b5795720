package io.decklog.standalone;

/** The application did not come up, and has said why: nothing more is to be printed. */
final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(Throwable cause) {
        super(cause);
    }
}
