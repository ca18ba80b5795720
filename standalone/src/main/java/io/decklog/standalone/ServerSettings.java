package io.decklog.standalone;

import io.decklog.standalone.postgres.CannotStart;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a standalone Decklog keeps its data and where it listens.
 *
 * @param data the data folder; a relative one is relative to the folder the command was given in
 * @param address an address of this machine, or its name
 * @param port 0 for one that the system chooses
 */
record ServerSettings(Path data, String address, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /** Reads {@code DECKLOG_DATA}, {@code DECKLOG_ADDRESS} and {@code DECKLOG_PORT}; one that is empty counts as absent. */
    static ServerSettings of(Map<String, String> environment) {
        return new ServerSettings(
                Path.of(value(environment, "DECKLOG_DATA").orElse("data")),
                value(environment, "DECKLOG_ADDRESS").orElse("127.0.0.1"),
                value(environment, "DECKLOG_PORT").map(ServerSettings::port).orElse(8080));
    }

    /** Where a client on this machine reaches a server with these settings. */
    URI localAddress() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The address a client was given, or else that of the server on this machine. */
    static URI addressOr(@Nullable URI given) {
        return given == null ? of(System.getenv()).localAddress() : given;
    }

    InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "DECKLOG_ADDRESS is \"%s\", which is neither an address nor a known name.".formatted(address));
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CannotStart("DECKLOG_PORT is \"%s\"; it must be a number from 0 (any free port) to %d."
                    .formatted(text, HIGHEST_PORT));
        }
        return port;
    }
}
