package io.decklog.standalone.client;

import java.io.Serial;

/** A server that cannot be reached or refuses what it is asked; the message is a sentence for people. */
public final class ServerRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServerRefused(String sentence) {
        super(sentence);
    }

    ServerRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
