package io.decklog.standalone;

import io.decklog.standalone.postgres.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;

/** Finds out before anything is started whether Decklog will be able to listen where it should. */
final class ListeningPort {
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int HIGHEST = 65_535;

    private ListeningPort() {}

    static void demand(ServerSettings settings) {
        InetAddress address = settings.inetAddress();
        try {
            listen(address, settings.port());
        } catch (IOException e) {
            throw new CannotStart(sentence(settings, address, e));
        }
    }

    /** The first port from {@code first} on that nothing listens on. */
    static int firstFree(String address, int first) {
        for (int port = first; port <= HIGHEST; port++) {
            try {
                listen(InetAddress.getByName(address), port);
                return port;
            } catch (IOException e) {
                // Taken: the next one may be free.
            }
        }
        throw new CannotStart("No port from %d on is free.".formatted(first));
    }

    private static void listen(InetAddress address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }

    private static String sentence(ServerSettings settings, InetAddress address, IOException failure) {
        if (!isOfThisMachine(address)) {
            return "DECKLOG_ADDRESS is %s, which is no address of this machine.".formatted(settings.address());
        }
        if (settings.port() < FIRST_UNPRIVILEGED
                && String.valueOf(failure.getMessage()).contains("ermission")) {
            return "This user may not listen on port %d. Set DECKLOG_PORT to %d or more."
                    .formatted(settings.port(), FIRST_UNPRIVILEGED);
        }
        return "Port %d on %s is taken. Stop what listens there, or set DECKLOG_PORT to another."
                .formatted(settings.port(), settings.address());
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return true;
        }
    }
}
