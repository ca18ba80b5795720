package io.decklog.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The port of the database on loopback: chosen free once, then kept, and chosen anew only if somebody else has taken it. */
final class LoopbackPort {
    static final String ADDRESS = "127.0.0.1";

    /** Below the ephemeral ports, which any outgoing connection of this machine may take for a while. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private LoopbackPort() {}

    static int of(DataFolder folder) {
        try {
            int remembered = remembered(folder.port());
            if (remembered != 0 && isFree(remembered)) {
                return remembered;
            }
            int chosen = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                    .limit(100)
                    .filter(LoopbackPort::isFree)
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("No free port was found on " + ADDRESS + " for the database."));
            Files.writeString(folder.port(), chosen + "\n");
            return chosen;
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A file somebody spoiled is no reason to stay down: any free port will do. */
    private static int remembered(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port >= 1024 && port <= 65_535 ? port : 0;
    }
}
