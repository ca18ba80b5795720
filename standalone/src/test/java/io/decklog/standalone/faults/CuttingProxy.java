package io.decklog.standalone.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a node and its database, and resets connections when it is told to: at any moment, and with preference
 * when the database has committed and its answer is on the way.
 */
final class CuttingProxy implements AutoCloseable {

    private static final int CHUNK = 8192;
    private static final double CUTS_PER_CHUNK = 0.005;
    private static final double CUTS_PER_COMMIT = 0.2;
    private static final String COMMITTED = "COMMIT\0";

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger commitsCut = new AtomicInteger();
    private volatile @Nullable Random chance;

    CuttingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        Thread.ofVirtual().name("cutting-proxy").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts from now on, by chance. */
    void cutBy(Random random) {
        chance = random;
    }

    void leaveAlone() {
        chance = null;
    }

    int cuts() {
        return cuts.get();
    }

    /** How many of them came after a commit and before its answer. */
    int commitsCut() {
        return commitsCut.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // There is nobody any more who connects.
        }
    }

    private void connect(Socket client) {
        try (client;
                var server = new Socket(host, port)) {
            var back = Thread.ofVirtual().start(() -> carry(server, client));
            carry(client, server);
            back.join();
        } catch (IOException | InterruptedException gone) {
            // The client hears of it as it would without a proxy: its connection is closed.
        }
    }

    private void carry(Socket from, Socket to) {
        var chunk = new byte[CHUNK];
        try {
            for (var length = from.getInputStream().read(chunk);
                    length > 0;
                    length = from.getInputStream().read(chunk)) {
                if (isToBeCut(Arrays.copyOf(chunk, length))) {
                    reset(from);
                    reset(to);
                    return;
                }
                to.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException over) {
            // One end has gone; so goes the other.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private boolean isToBeCut(byte[] chunk) {
        var random = chance;
        if (random == null) {
            return false;
        }
        var isCommit = new String(chunk, StandardCharsets.ISO_8859_1).contains(COMMITTED);
        var isCut = random.nextDouble() < (isCommit ? CUTS_PER_COMMIT : CUTS_PER_CHUNK);
        if (isCut) {
            cuts.incrementAndGet();
            commitsCut.addAndGet(isCommit ? 1 : 0);
        }
        return isCut;
    }

    /** Without a good-bye. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // As it should be.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
