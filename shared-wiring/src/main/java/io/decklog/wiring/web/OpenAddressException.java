package io.decklog.wiring.web;

import java.io.Serial;

/** Decklog was told to listen where others can reach it, without authentication. */
public final class OpenAddressException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OpenAddressException(String setting, String address) {
        super("Decklog will not listen on %s (%s, or DECKLOG_ADDRESS): no authentication is configured, so anybody who "
                        .formatted(address, setting)
                + "reaches that address could write into the log in any name. This version cannot authenticate callers "
                + "yet. Leave the address at 127.0.0.1 and put a reverse proxy that authenticates in front of it.");
    }
}
