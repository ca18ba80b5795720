package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Decklog in a process of its own, as an operator starts it, for tests that end it one way or another. */
public record DecklogProcess(Process process, Path data, URI address) {

    private static final Pattern SERVING = Pattern.compile("Decklog serves (http://127\\.0\\.0\\.1:\\d+) .*");
    private static final int PATIENCE_SECONDS = 30;

    /** Starts on {@code folder/data} and returns once it serves. */
    public static DecklogProcess servingIn(Path folder) throws IOException {
        var process = launch(folder, Map.of("DECKLOG_PORT", "0"));
        return new DecklogProcess(process, folder.resolve("data"), addressOf(process));
    }

    /** Starts in a folder, where its standard error becomes the file {@code stderr}. */
    static Process launch(Path folder, Map<String, String> environment) throws IOException {
        var builder = command(Decklog.class, List.of())
                .directory(folder.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DECKLOG_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What runs a class of this build in a virtual machine of its own. */
    static ProcessBuilder command(Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // quicker to start, which is most of what these tests do
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Waits until it says where it serves. */
    static URI addressOf(Process decklog) throws IOException {
        var serving = SERVING.matcher(String.valueOf(decklog.inputReader().readLine()));
        assertThat(serving.matches()).isTrue();
        return URI.create(serving.group(1));
    }

    /** SIGKILL: nothing is closed, nothing is flushed. The database is left running. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGKILL for the server of the database. */
    public void killDatabase() throws IOException {
        database().destroyForcibly();
    }

    /** The server of the database. */
    public ProcessHandle database() throws IOException {
        var postmaster =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow();
    }

    /** SIGTERM, the orderly way. */
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
