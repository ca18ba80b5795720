package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Axon Server that tests run on. Decklog does not bring one along; there are two ways to give one, by system property:
 *
 * <ul>
 *   <li>{@code test.axon-server}: a running one, {@code localhost:8124};
 *   <li>{@code test.axon-server-command}: what starts one, {@code java -jar axonserver.jar}. The test runs it in a folder and on
 *       ports of its own, and kills and starts it again as it likes.
 * </ul>
 */
final class AxonServerUnderTest {

    static final String ADDRESS = "test.axon-server";
    static final String COMMAND = "test.axon-server-command";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String host;
    private final int port;
    private final @Nullable ProcessBuilder command;
    private @Nullable Process process;
    private @Nullable AxonServerConnectionFactory client;

    private AxonServerUnderTest(String host, int port, @Nullable ProcessBuilder command) {
        this.host = host;
        this.port = port;
        this.command = command;
    }

    static boolean isGiven() {
        return System.getProperty(ADDRESS) != null || System.getProperty(COMMAND) != null;
    }

    /** @param folder where one that is started keeps its data */
    static AxonServerUnderTest in(Path folder) throws Exception {
        var address = System.getProperty(ADDRESS);
        if (address != null) {
            var parts = address.split(":", -1);
            return new AxonServerUnderTest(parts[0], Integer.parseInt(parts[1]), null);
        }
        var port = freePort();
        var server = new AxonServerUnderTest("localhost", port, command(folder, port));
        server.start();
        server.awaitListening();
        return server;
    }

    private static ProcessBuilder command(Path folder, int port) throws IOException {
        var words = new ArrayList<>(List.of(System.getProperty(COMMAND).split(" ")));
        words.addAll(List.of(
                "--axoniq.axonserver.port=" + port,
                "--server.port=" + freePort(),
                "--server.address=127.0.0.1",
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.event.storage=" + folder.resolve("events"),
                "--axoniq.axonserver.snapshot.storage=" + folder.resolve("events"),
                "--axoniq.axonserver.controldb-path=" + folder.resolve("controldb")));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("axonserver.log").toFile()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return host + ":" + port;
    }

    /** Whether it may be killed. */
    boolean isOurs() {
        return command != null;
    }

    private void start() throws IOException {
        if (command != null) {
            process = command.start();
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    void startAgain() throws Exception {
        start();
        awaitListening();
    }

    private void awaitListening() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isListening()) {
            assertThat(System.nanoTime()).as("Axon Server listens").isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private AxonServerConnection connection() {
        if (client == null) {
            client = AxonServerConnectionFactory.forClient("decklog-test")
                    .routingServers(new ServerAddress(host, port))
                    .build();
        }
        return client.connect("default");
    }

    /** The position of its last event. */
    long head() throws Exception {
        return connection().eventChannel().getLastToken().get(30, TimeUnit.SECONDS) + 1;
    }

    /** Its last events, in their order. */
    List<EventWithToken> last(int count) throws Exception {
        var from = Math.max(0, head() - count);
        var events = new ArrayList<EventWithToken>();
        try (var stream = connection().eventChannel().openStream(from - 1, count)) {
            while (events.size() < count) {
                events.add(stream.nextIfAvailable(30, TimeUnit.SECONDS));
            }
        }
        return events;
    }

    boolean hasSnapshotOf(String incident) {
        return connection()
                .eventChannel()
                .loadSnapshots(incident, Long.MAX_VALUE, 1)
                .asStream()
                .findAny()
                .isPresent();
    }

    void close() throws InterruptedException {
        if (client != null) {
            client.shutdown();
        }
        kill();
    }
}
