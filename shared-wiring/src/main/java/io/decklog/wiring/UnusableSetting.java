package io.decklog.wiring;

import java.io.Serial;

/** A setting has a value with which the process cannot start. Reported as a sentence that says what to change. */
public final class UnusableSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong with the value
     * @param remedy what to change, naming the setting
     */
    public UnusableSetting(String message, String remedy, Exception cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
