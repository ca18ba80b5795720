package io.decklog.standalone.client;

import io.decklog.wiring.log.file.LogFileReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Hands the file of a log to a server and waits until all of it is taken in. */
public final class LogUpload {

    /** More than the first line of such a file has. */
    private static final int FIRST_LINE = 200;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;

    /** @param bar whether to draw a progress bar on standard error; else a line is written now and then */
    public LogUpload(Server server, PrintStream out, boolean bar) {
        this.server = server;
        this.out = out;
        this.bar = bar;
    }

    /** Whether a file holds a log that was exported; not so if it cannot be read. */
    public static boolean isOf(Path file) {
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0 && next != '\n' && line.size() < FIRST_LINE; next = in.read()) {
                line.write(next);
            }
            return LogFileReader.isFirstLine(line.toByteArray());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @return whether all of it went in */
    public boolean take(Path file) throws InterruptedException {
        var last = new AtomicReference<JsonNode>(MissingNode.getInstance());
        try (var progress = Progress.of("Import", " events", out, bar)) {
            progress.at(0, 1, "sent and checked");
            server.lines("/api/v1/imports/log", "application/x-ndjson", BodyPublishers.ofFile(file), line -> {
                last.set(line);
                progress.at(line.path("done").asLong(), line.path("total").asLong(), "");
            });
        } catch (FileNotFoundException missing) {
            throw new ServerRefused("The file %s cannot be read.".formatted(file), missing);
        }
        return tell(last.get());
    }

    private boolean tell(JsonNode end) {
        var state = end.path("state").asString("");
        out.printf(
                "%s: %d of %d events are in the log, %d of them were there before.%n",
                state,
                end.path("done").asLong(),
                end.path("total").asLong(),
                end.path("present").asLong());
        if (!"DONE".equals(state)) {
            out.printf(
                    "%s. The same command goes on where it was.%n",
                    end.path("reason").asString("It was broken off"));
        }
        return "DONE".equals(state);
    }
}
