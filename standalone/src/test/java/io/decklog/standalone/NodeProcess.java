package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One side in a process of its own, on a PostgreSQL given by its address; it keeps its port when it is started again. */
public final class NodeProcess {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Class<?> side;
    private final String database;
    private final Path output;
    private final int port;
    private final List<String> settings;
    private Map<String, String> environment = Map.of();
    private @Nullable Process process;

    /**
     * @param side the class that runs it
     * @param database a JDBC address, with all it takes to connect in it
     * @param settings more of them, {@code --name=value}
     */
    public NodeProcess(Class<?> side, String database, Path folder, String... settings) {
        this.side = side;
        this.database = database;
        this.settings = List.of(settings);
        this.port = freePort();
        this.output = folder.resolve(side.getSimpleName() + "-" + port + ".log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The same, which is given these variables when it is started. */
    public NodeProcess with(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    public void start() throws IOException {
        var arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--logging.level.root=WARN", "--spring.datasource.url=" + database));
        arguments.addAll(settings);
        var builder = DecklogProcess.command(side, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    public NodeProcess awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            assertThat(running().isAlive()).as("%s runs, see %s", side, output).isTrue();
            assertThat(System.nanoTime())
                    .as("%s is ready, see %s", side, output)
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
        return this;
    }

    private boolean isReady() throws InterruptedException {
        var readiness = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            return HTTP.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    RestClient http() {
        return new RestClient(address());
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGTERM, which it answers by ending what it is doing; then starts it again. */
    void restart() throws IOException, InterruptedException {
        running().destroy();
        assertThat(running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(running().exitValue()).as("%s, see %s", side, output).isZero();
        start();
        awaitReady();
    }

    private Process running() {
        return Objects.requireNonNull(process, "started");
    }
}
